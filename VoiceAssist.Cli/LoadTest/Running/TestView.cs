using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>A live table in a terminal; elsewhere a line for each workload whenever it changes, and now and then.</summary>
internal sealed class TestView(TestPlan plan, Surroundings around) : ITestView
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromMinutes(1);

    /// <summary>What stands after each figure of a line, where no heading says it.</summary>
    private static readonly IReadOnlyList<string> Units = ["", "", " ready", " current", " desired", " predicted", "", ""];

    private readonly Terminal _terminal = new(around);
    private readonly Dictionary<string, (int Wanted, int Ready, TimeSpan Time)> _last = new(StringComparer.Ordinal);
    private Action<TextTable>? _refresh;

    /// <summary>Shows while something runs.</summary>
    public async Task<T> DuringAsync<T>(Func<Task<T>> run)
    {
        if (!_terminal.IsRich)
        {
            return await run();
        }

        return await Spectre.Console.AnsiConsoleExtensions.Live(_terminal.Console, new Spectre.Console.Text("Starting ...")).StartAsync(async live =>
        {
            _refresh = table =>
            {
                live.UpdateTarget(Terminal.Rich(table));
                live.Refresh();
            };
            return await run();
        });
    }

    public void Show(TestSample sample, IReadOnlyList<Prediction> predictions)
    {
        if (_refresh is { } refresh)
        {
            refresh(Table(sample, predictions));
            return;
        }

        foreach (var workload in sample.Workloads.Where(w => IsNews(w, sample.Time)))
        {
            around.Output.WriteLine(string.Join("  ", Row(sample.Time, workload, Predicted(workload.Name, sample.Time, predictions)).Select((c, i) => c.Text + Units[i])).TrimEnd());
        }
    }

    /// <summary>What a terminal shows of a look.</summary>
    public TextTable Table(TestSample sample, IReadOnlyList<Prediction> predictions) => new(
        ["time", "workload", "pods", "current", "desired", "predicted", "metrics, of target", "why"],
        [.. sample.Workloads.Select(w => Row(sample.Time, w, Predicted(w.Name, sample.Time, predictions)))],
        sample.Time < plan.LoadLength ? $"under load until {Short(plan.LoadLength)}, {Answered(sample)}" : $"cool-down until {Short(plan.Length)}, {Answered(sample)}");

    private static Cell[] Row(TimeSpan time, RehearsedWorkload workload, int? predicted) =>
    [
        new(Short(time).PadLeft(7)),
        new(workload.Name),
        new($"{workload.Ready}", workload.Ready < workload.Wanted ? Tone.Notable : Tone.Good),
        new($"{workload.Current}"),
        new($"{workload.Wanted}", workload.Wanted == workload.Current ? Tone.Plain : Tone.Notable),
        new(predicted is { } replicas ? $"{replicas}" : "-"),
        new(string.Join(", ", workload.Metrics.Select(Metric))),
        new(workload.Why.Split(". ")[^1], Tone.Quiet),
    ];

    private static string Metric(RehearsedMetric metric) => metric.PercentOfTarget is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{metric.Name.Split(' ')[^1]} {percent:0} %")
        : $"{metric.Name.Split(' ')[^1]} ?";

    private static string Short(TimeSpan time) => Duration.From(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds))).ToString();

    private static string Answered(TestSample sample) => string.Join(", ", sample.Answered.Select(a => $"{a.Value} answered for {a.Key}"));

    private int? Predicted(string workload, TimeSpan time, IReadOnlyList<Prediction> predictions)
    {
        var index = plan.Loads.ToList().FindIndex(l => l.Workload == workload);
        return index < 0 ? null : predictions[index].WantedAt(time);
    }

    private bool IsNews(RehearsedWorkload workload, TimeSpan time)
    {
        if (_last.TryGetValue(workload.Name, out var last) && last.Wanted == workload.Wanted && last.Ready == workload.Ready && time - last.Time < LineEvery)
        {
            return false;
        }

        _last[workload.Name] = (workload.Wanted, workload.Ready, time);
        return true;
    }
}
