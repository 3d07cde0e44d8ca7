using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Metrics;

public class PodGroupingTests
{
    private static readonly PodObservation Old = Samples.Pod("pod-0");

    public static TheoryData<string, PodGroup, PodObservation> CpuCases => new()
    {
        { "ready for an hour", PodGroup.Counted, Old },
        { "being deleted", PodGroup.Ignored, Old with { Deleting = true } },
        { "failed", PodGroup.Ignored, Old with { Phase = PodPhase.Failed } },
        { "pending", PodGroup.Unready, Old with { Phase = PodPhase.Pending } },
        { "pending and being deleted", PodGroup.Ignored, Old with { Phase = PodPhase.Pending, Deleting = true } },
        { "succeeded is not special", PodGroup.Counted, Old with { Phase = PodPhase.Succeeded } },
        { "no Ready condition", PodGroup.Unready, Old with { Ready = null } },
        { "no start time", PodGroup.Unready, Old with { StartTime = null } },
        { "young and not ready", PodGroup.Unready, Young(start: 299, ready: false, transition: 299) },
        { "young, ready, the sample's window began before it", PodGroup.Unready, Young(start: 299, ready: true, transition: 39) },
        { "young, ready, the sample covers a full window", PodGroup.Counted, Young(start: 299, ready: true, transition: 40) },
        { "young, readiness unknown counts as not False", PodGroup.Counted, Young(start: 299, ready: null, transition: 40) },
        { "exactly the initialisation period old, sample too early", PodGroup.Counted, Young(start: 300, ready: true, transition: 5) },
        { "old, unready since its start", PodGroup.Unready, Young(start: 600, ready: false, transition: 571) },
        { "old, unready but was ready for a time", PodGroup.Counted, Young(start: 600, ready: false, transition: 570) },
    };

    [Theory]
    [MemberData(nameof(CpuCases))]
    public void A_pods_cpu_sample_counts_when_it_says_something_about_serving(string situation, PodGroup expected, PodObservation pod)
    {
        var group = PodGrouping.Classify(pod, Samples.Sample("pod-0", 1), looksAtReadiness: true, Samples.Now, ControllerSettings.Default);
        Assert.True(expected == group, $"{situation}: expected {expected}, got {group}");
    }

    [Fact]
    public void A_pod_without_a_sample_is_missing_even_when_it_is_not_ready() => Assert.Equal(
        PodGroup.Missing,
        PodGrouping.Classify(Young(10, false, 10), null, looksAtReadiness: true, Samples.Now, ControllerSettings.Default));

    [Fact]
    public void Other_metrics_than_cpu_ignore_readiness() => Assert.Equal(
        PodGroup.Counted,
        PodGrouping.Classify(Young(10, false, 10), Samples.Sample("pod-0", 1), looksAtReadiness: false, Samples.Now, ControllerSettings.Default));

    [Theory]
    [InlineData(MetricSourceKind.Resource, "cpu", true)]
    [InlineData(MetricSourceKind.ContainerResource, "cpu", true)]
    [InlineData(MetricSourceKind.Resource, "memory", false)]
    [InlineData(MetricSourceKind.Pods, "cpu", false)]
    public void Only_the_cpu_of_resource_metrics_looks_at_readiness(MetricSourceKind kind, string name, bool expected) =>
        Assert.Equal(expected, new MetricSpec(kind, name, null, default).LooksAtReadiness);

    private static PodObservation Young(double start, bool? ready, double transition) =>
        Old with { StartTime = Samples.Ago(start), Ready = new(ready, Samples.Ago(transition)) };
}
