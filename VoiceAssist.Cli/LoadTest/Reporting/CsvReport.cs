using System.Globalization;
using System.Text;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>A report's figures for a spreadsheet.</summary>
internal static class CsvReport
{
    /// <summary>One line for each look at each workload.</summary>
    public static string Samples(TestRecord record)
    {
        var text = new StringBuilder("seconds,workload,due_per_second,answered,wanted,current,ready,predicted,cores,metric,percent_of_target\n");
        foreach (var sample in record.Samples)
        {
            foreach (var workload in sample.Workloads)
            {
                var index = record.Plan.Loads.ToList().FindIndex(l => l.Workload == workload.Name);
                var rate = index < 0 ? 0 : record.Plan.Loads[index].Profile.RateAt(sample.Time);
                var predicted = index < 0 ? "" : $"{record.Predictions[index].WantedAt(sample.Time)}";
                foreach (var (metric, percent) in workload.Metrics.Select(m => (m.Name, m.PercentOfTarget)).DefaultIfEmpty(("", null)))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{sample.Time.TotalSeconds:0.0},{workload.Name},{rate:0.##},{sample.Answered.GetValueOrDefault(workload.Name)},{workload.Wanted},{workload.Current},{workload.Ready},{predicted},{workload.UsedCores:0.###},{metric},{percent:0.#}\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>One line for each real second of each load.</summary>
    public static string Seconds(TestRecord record)
    {
        var text = new StringBuilder("workload,second,due,succeeded,worst_milliseconds\n");
        foreach (var (load, result) in record.Plan.Loads.Zip(record.Results))
        {
            foreach (var second in result.Seconds)
            {
                text.Append(CultureInfo.InvariantCulture, $"{load.Workload},{second.Second},{second.Due},{second.Succeeded},{second.WorstMilliseconds:0.###}\n");
            }
        }

        return text.ToString();
    }
}
