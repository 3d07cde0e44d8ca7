using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Recorded;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.Advise;

/// <summary>Advice on one autoscaler, from its policies and what was recorded of it.</summary>
internal static class RecordedAdvice
{
    /// <summary>The name that stands for the replicas among recorded metrics.</summary>
    public const string Replicas = "replicas";

    /// <param name="deployment">What it is about.</param>
    /// <param name="scrapeInterval">How often custom metrics are measured where the recording does not tell; null for the default.</param>
    /// <param name="given">Metric and file each, as <c>cpu=cpu.json</c>.</param>
    /// <param name="folder">What paths are relative to.</param>
    /// <exception cref="UsageException">Not of that form, no such metric, or a file that cannot be read.</exception>
    public static AdvisedAutoscaler Of(ScaledDeployment deployment, TimeSpan? scrapeInterval, IReadOnlyList<string> given, string folder)
    {
        var spec = AutoscalerSpec.From(deployment.Autoscaler);
        var series = Read(given, [.. spec.Metrics.Select(m => m.Name), Replicas], folder);
        var recorded = new RecordedMetrics(series.Where(s => s.Key != Replicas).ToDictionary(), series.GetValueOrDefault(Replicas));
        var pipeline = scrapeInterval is { } interval ? new MetricPipeline { ScrapeInterval = interval } : new();
        var usage = UsageOf(series.GetValueOrDefault("cpu"), series.GetValueOrDefault("memory"));
        var advice = TargetAdvisor.Unreachable(spec, deployment.Requests, deployment.Limits)
            .Concat(RecordedAdvisor.Advise(spec, deployment.Requests, recorded, pipeline))
            .Concat(PolicyAdvisor.Advise(spec))
            .Concat(usage.Count == 0 ? [] : RequestAdvisor.Advise(deployment.Requests, usage, TargetOf(spec, "cpu"), TargetOf(spec, "memory")));
        return new(
            deployment,
            [.. advice.DistinctBy(a => (a.Kind, a.Subject))],
            [.. spec.Metrics.Select(m => (m.Name, RecordedRatios.Of(m, deployment.Requests, recorded))).Where(m => m.Item2.Count > 0)],
            usage,
            Tolerance.For(spec.Behavior, ControllerSettings.Default),
            true);
    }

    private static Dictionary<string, IReadOnlyList<LoadPoint>> Read(IReadOnlyList<string> given, IReadOnlyList<string> known, string folder)
    {
        var series = new Dictionary<string, IReadOnlyList<LoadPoint>>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var (name, file) = text.Split('=', 2) is [var left, { Length: > 0 } right] ? (left, right) : throw Wrong(text, "is not of that form");
            var points = known.Contains(name) ? RecordedFile.Any("--recorded", Path.GetFullPath(file, folder)) : throw Wrong(text, $"names none of {string.Join(", ", known)}");
            if (!series.TryAdd(name, points))
            {
                throw Wrong(text, $"gives {name} twice");
            }
        }

        return series;
    }

    // Both or nothing: a request for one resource alone is advised by 'recommend'.
    private static IReadOnlyList<UsagePoint> UsageOf(IReadOnlyList<LoadPoint>? cpu, IReadOnlyList<LoadPoint>? memory)
    {
        var bytesAt = (memory ?? []).DistinctBy(p => p.Time).ToDictionary(p => p.Time, p => p.PerSecond);
        return [.. (cpu ?? []).Where(p => bytesAt.ContainsKey(p.Time)).Select(p => new UsagePoint(p.Time, p.PerSecond, bytesAt[p.Time]))];
    }

    private static int? TargetOf(AutoscalerSpec spec, string resource) =>
        (int?)spec.Metrics.FirstOrDefault(m => m.Kind == MetricSourceKind.Resource && m.Name == resource && m.Target.Kind == TargetKind.Utilization)?.Target.Amount;

    private static UsageException Wrong(string text, string what) => new($"--recorded: '{text}' {what}; give METRIC=FILE, for example cpu=cpu.json or replicas=replicas.csv.");
}
