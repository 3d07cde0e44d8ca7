using k8s.Models;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Observations;

public class ResourceSamplesTests
{
    private static readonly PodMetrics Web = Metrics("web", ("app", "250m"), ("sidecar", "1500u"));

    [Fact]
    public void All_containers_of_a_pod_are_added()
    {
        var sample = Assert.Single(ResourceSamples.From([Web], "cpu").Samples);
        Assert.Equal(("web", 252L, TimeSpan.FromMilliseconds(15_012)), (sample.Pod, sample.Milli, sample.Window));
    }

    [Fact]
    public void A_named_container_counts_alone() =>
        Assert.Equal(250, Assert.Single(ResourceSamples.From([Web], "cpu", "app").Samples).Milli);

    [Fact]
    public void A_pod_without_the_named_container_has_no_sample_and_the_others_have_theirs() =>
        Assert.Equal(["web"], ResourceSamples.From([Metrics("old", ("app", "1")), Web], "cpu", "sidecar").Samples.Select(s => s.Pod));

    [Fact]
    public void A_pod_without_any_container_has_no_sample() =>
        Assert.Equal(["web"], ResourceSamples.From([Metrics("new"), Web], "cpu").Samples.Select(s => s.Pod));

    // Truncated to 15 s, the sample would seem to lie wholly after the transition.
    [Fact]
    public void A_window_that_began_a_moment_before_the_pod_was_ready_does_not_count()
    {
        var sample = ResourceSamples.From([Web], "cpu").Samples[0];
        var pod = Samples.Pod("web") with { StartTime = Samples.Ago(60), Ready = new(true, Samples.Ago(15)) };
        Assert.Equal(PodGroup.Unready, PodGrouping.Classify(pod, sample, looksAtReadiness: true, Samples.Now, ControllerSettings.Default));
    }

    [Fact]
    public void A_pod_where_a_container_lacks_the_resource_has_no_sample()
    {
        var partly = Metrics("partly", ("app", "250m"), ("sidecar", "1m"));
        partly.Containers[1].Usage.Remove("cpu");
        Assert.Equal(["web"], ResourceSamples.From([partly, Web], "cpu").Samples.Select(s => s.Pod));
    }

    private static PodMetrics Metrics(string name, params (string Name, string Cpu)[] containers) => new()
    {
        Metadata = new() { Name = name, NamespaceProperty = "test" },
        Timestamp = Samples.Now.UtcDateTime,
        Window = "15.012s",
        Containers = [.. containers.Select(c => new ContainerMetrics { Name = c.Name, Usage = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(c.Cpu) } })],
    };
}
