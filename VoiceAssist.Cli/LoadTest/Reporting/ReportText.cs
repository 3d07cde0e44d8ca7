using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>The sentences and tables that all forms of a report share.</summary>
internal static class ReportText
{
    public static readonly IReadOnlyList<string> FindingHeadings = ["workload", "threshold", "result", "measured", "required", "predicted", "what to do"];
    public static readonly IReadOnlyList<string> LoadHeadings = ["load", "due", "answered well", "errors", "p50", "p90", "p99", "p99.9", "max", "p99 of the server alone"];
    public static readonly IReadOnlyList<string> ChangeHeadings = ["workload", "at", "replicas", "driven by"];

    public static string Heading(TestRecord record) => $"Load test of {record.Target}";

    /// <summary>What was done, in sentences.</summary>
    public static IEnumerable<string> Facts(TestRecord record)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"Started {record.Started:yyyy-MM-dd HH:mm:ss}Z; load for {Short(record.Plan.LoadLength)}, then {Short(record.Plan.CoolDown)} of cool-down.");
        if (record.Speed > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Time was compressed {record.Speed:0.##} times: times of scaling are a cluster's, rates and latencies are real. What takes real time, such as the start of a process, counts {record.Speed:0.##}-fold.");
        }

        if (record.CutBecause is { } because)
        {
            yield return $"It ended after {Short(record.Samples[^1].Time)}: {because}. What had not happened by then is not judged.";
        }
        else if (record.EndedCalm)
        {
            yield return $"The cool-down ended after {Short(record.WatchedAfter)}: all replicas were back at their minimum.";
        }

        foreach (var (load, prediction) in record.Plan.Loads.Zip(record.Predictions))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{load.Workload}: {load.Profile} per second; the simulator reckons with {prediction.CpuSeconds * 1000:0.###} ms of CPU for each, {(prediction.IsMeasured ? "as measured in this test" : "an assumption")}.");
        }
    }

    public static IEnumerable<IReadOnlyList<string>> Findings(IEnumerable<TestFinding> findings) =>
        findings.Select(f => (IReadOnlyList<string>)[f.Workload, f.Threshold, Name(f.State), f.Measured, f.Required, f.Predicted, f.Advice]);

    public static IEnumerable<IReadOnlyList<string>> Loads(TestRecord record) => record.Plan.Loads.Zip(record.Results, (load, r) => (IReadOnlyList<string>)
    [
        load.Workload, $"{r.Due}", $"{r.Succeeded}", Number(r.ErrorRate * 100) + " %", Ms(r.Latency.P50), Ms(r.Latency.P90), Ms(r.Latency.P99), Ms(r.Latency.P999), Ms(r.Latency.Max), Ms(r.ServiceTime.P99),
    ]);

    public static IEnumerable<IReadOnlyList<string>> Changes(TestRecord record) =>
        from workload in record.Samples[^1].Workloads
        let seen = record.Samples.Select(s => (s.Time, Wanted: s.Of(workload.Name)?.Wanted ?? 0)).ToList()
        from pair in seen.Zip(seen.Skip(1))
        where pair.First.Wanted != pair.Second.Wanted
        let driver = workload.Changes.LastOrDefault(c => c.To == pair.Second.Wanted)?.Metric ?? ""
        select (IReadOnlyList<string>)[workload.Name, Short(pair.Second.Time), $"{pair.First.Wanted} -> {pair.Second.Wanted}", driver];

    public static string Name(FindingState state) => state switch
    {
        FindingState.Passed => "passed",
        FindingState.Failed => "FAILED",
        _ => "not seen",
    };

    public static string Short(TimeSpan time) => Duration.From(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds))).ToString();

    private static string Ms(double milliseconds) => Number(milliseconds) + " ms";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
