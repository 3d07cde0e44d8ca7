using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Judging;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Reporting;

/// <summary>A report as data. Times are the cluster's, in seconds since the load began; latencies are real, in milliseconds.</summary>
internal sealed record ReportDocument(
    string Target,
    DateTimeOffset Started,
    double Speed,
    string? CutBecause,
    double LoadSeconds,
    double CoolDownSeconds,
    bool IsMet,
    IReadOnlyList<TestFinding> Findings,
    IReadOnlyList<ReportDocument.LoadDocument> Loads,
    IReadOnlyList<ReportDocument.SampleDocument> Samples)
{
    public static ReportDocument Of(TestRecord record, IReadOnlyList<TestFinding> findings) => new(
        record.Target,
        record.Started,
        record.Speed,
        record.CutBecause,
        record.Plan.LoadLength.TotalSeconds,
        record.Plan.CoolDown.TotalSeconds,
        findings.All(f => f.State != FindingState.Failed),
        findings,
        [.. record.Plan.Loads.Select((l, i) => LoadDocument.Of(l, record.Results[i], record.Predictions[i], record.Samples[^1].Time))],
        [.. record.Samples.Select(s => new SampleDocument(Math.Round(s.Time.TotalSeconds, 1), [.. s.Workloads.Select(w => new ReplicaDocument(w.Name, w.Wanted, w.Ready, w.UsedCores, w.Metrics, w.Why))]))]);

    internal sealed record LoadDocument(string Workload, string Profile, LoadResult Result, double CpuSecondsPerRequest, bool IsCostMeasured, IReadOnlyList<StepDocument> Predicted)
    {
        public static LoadDocument Of(TestLoad load, LoadResult result, Prediction prediction, TimeSpan until) =>
            new(load.Workload, $"{load.Profile}", result, prediction.CpuSeconds, prediction.IsMeasured, [.. prediction.Steps(until).Select(s => new StepDocument(s.Time.TotalSeconds, s.Wanted))]);
    }

    internal sealed record StepDocument(double Seconds, int Wanted);

    internal sealed record SampleDocument(double Seconds, IReadOnlyList<ReplicaDocument> Workloads);

    internal sealed record ReplicaDocument(string Name, int Wanted, int Ready, double? UsedCores, IReadOnlyList<RehearsedMetric> Metrics, string Why);
}
