using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests;

/// <summary>Short ways to write pods, samples and metrics in tests. All times are ages in seconds before <see cref="Now"/>.</summary>
internal static class Samples
{
    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A pod that has been Running and Ready for an hour and requests one core and a thousand bytes in one container.</summary>
    public static PodObservation Pod(string name) => new()
    {
        Name = name,
        StartTime = Ago(3600),
        Ready = new(true, Ago(3590)),
        Containers = [new("app", [KeyValuePair.Create("cpu", 1000L), KeyValuePair.Create("memory", 1_000_000L)])],
    };

    public static PodObservation[] Pods(int count) => [.. Enumerable.Range(0, count).Select(i => Pod($"pod-{i}"))];

    /// <summary>Samples for pod-0, pod-1, … taken 10 s ago over 30 s; null leaves a pod's sample out.</summary>
    public static MetricObservation PerPod(params long?[] milli) => MetricObservation.OfPods(
        [.. milli.Select((m, i) => (Milli: m, Name: $"pod-{i}")).Where(x => x.Milli is not null).Select(x => Sample(x.Name, x.Milli!.Value))]);

    public static PodSample Sample(string pod, long milli, double age = 10, double window = 30) =>
        new(pod, milli, Ago(age), TimeSpan.FromSeconds(window));

    public static MetricSpec Cpu(int percent) => new(MetricSourceKind.Resource, "cpu", null, new(TargetKind.Utilization, percent));

    public static MetricSpec Memory(int percent) => new(MetricSourceKind.Resource, "memory", null, new(TargetKind.Utilization, percent));

    public static MetricSpec PodsAverage(long milli) => new(MetricSourceKind.Pods, "requests", null, new(TargetKind.AverageValue, milli));

    public static MetricSpec ExternalAverage(long milli) => new(MetricSourceKind.External, "depth", null, new(TargetKind.AverageValue, milli));

    public static MetricSpec ExternalValue(long milli) => new(MetricSourceKind.External, "age", null, new(TargetKind.Value, milli));

    public static AutoscalerSpec Spec(int min, int max, params MetricSpec[] metrics) => new("test/target", min, max, metrics, null);

    public static Observation Seen(int replicas, PodObservation[] pods, params MetricObservation[] metrics) => new()
    {
        Now = Now,
        SpecReplicas = replicas,
        StatusReplicas = replicas,
        Pods = pods,
        Metrics = metrics,
    };

    public static DateTimeOffset Ago(double seconds) => Now - TimeSpan.FromSeconds(seconds);
}
