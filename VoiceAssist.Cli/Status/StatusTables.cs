using System.Globalization;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Status;

/// <summary>A status report as tables.</summary>
internal static class StatusTables
{
    private const int BarLength = 20;

    public static IReadOnlyList<TextTable> Of(StatusReport report) =>
    [
        new(["autoscaler", "pods", "ready", "wanted", "min", "max", "last scaled", "why now"], [.. report.Workloads.Select(w => Workload(w, report.At))], "Autoscalers"),
        new(["autoscaler", "metric", "value", "target", "of target", "asks for"], [.. report.Workloads.SelectMany(w => w.Metrics.Select(m => Metric(w, m)))], "Metrics"),
        new(["quota", "resource", "used", "hard", "share"], [.. report.Quotas.Select(Quota)], "Quotas"),
        new(["budget", "may be disrupted", "healthy", "needed", "pods"], [.. report.Budgets.Select(Budget)], "Disruption budgets"),
    ];

    private static Cell[] Workload(WorkloadStatus workload, DateTimeOffset now) =>
    [
        workload.Autoscaler,
        Text(workload.Current),
        new(Text(workload.Ready), workload.Ready < workload.Current ? Tone.Notable : Tone.Good),
        new(Text(workload.Desired), workload.Desired == workload.Current ? Tone.Plain : Tone.Notable),
        Text(workload.Min),
        new(Text(workload.Max), workload.Current >= workload.Max ? Tone.Notable : Tone.Plain),
        LastScaled(workload, now),
        new(workload.Why + (workload.IsReconstructed ? " (reconstructed)" : ""), workload.IsTrouble ? Tone.Bad : Tone.Plain),
    ];

    private static string LastScaled(WorkloadStatus workload, DateTimeOffset now) => workload switch
    {
        { LastScale: null } => "never seen",
        { LastScaleTo: { } size } => $"{Ago(now - workload.LastScale.Value)} to {Text(size)}: {workload.LastScaleReason}",
        _ => Ago(now - workload.LastScale.Value),
    };

    private static Cell[] Metric(WorkloadStatus workload, MetricStatus metric) =>
    [
        workload.Autoscaler,
        metric.Name,
        new(metric.Value ?? metric.Error ?? "no answer", metric.Value is null ? Tone.Bad : Tone.Plain),
        metric.Target,
        new(metric.PercentOfTarget is { } percent ? $"{Text(percent)} %" : "-", metric.PercentOfTarget > 110 ? Tone.Notable : Tone.Plain),
        metric.Proposal is { } proposal ? Text(proposal) : "-",
    ];

    private static Cell[] Quota(QuotaStatus quota) =>
    [
        quota.Quota,
        quota.Resource,
        quota.Used,
        quota.Hard,
        new($"{Bar(quota.PercentUsed)} {Text(quota.PercentUsed)} %", quota.PercentUsed > 90 ? Tone.Notable : Tone.Plain),
    ];

    private static Cell[] Budget(BudgetStatus budget) =>
        [budget.Budget, new(Text(budget.Allowed), budget.Allowed == 0 ? Tone.Notable : Tone.Plain), Text(budget.Healthy), Text(budget.DesiredHealthy), Text(budget.Expected)];

    private static string Bar(double percent)
    {
        var full = (int)Math.Clamp(Math.Round(percent / 100 * BarLength), 0, BarLength);
        return new string('#', full) + new string('.', BarLength - full);
    }

    private static string Ago(TimeSpan time) =>
        time.TotalSeconds < 120 ? $"{Text(Math.Max(0, Math.Round(time.TotalSeconds)))} s ago"
        : time.TotalMinutes < 120 ? $"{Text(Math.Round(time.TotalMinutes))} min ago"
        : $"{Text(Math.Round(time.TotalHours))} h ago";

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
