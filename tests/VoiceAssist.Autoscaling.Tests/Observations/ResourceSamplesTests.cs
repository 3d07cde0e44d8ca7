using k8s.Models;
using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Tests.Observations;

public class ResourceSamplesTests
{
    private static readonly PodMetrics Web = Metrics("web", ("app", "250m"), ("sidecar", "1500u"));

    [Fact]
    public void All_containers_of_a_pod_are_added()
    {
        var sample = Assert.Single(ResourceSamples.From([Web], "cpu").Samples);
        Assert.Equal(("web", 252L, TimeSpan.FromSeconds(15)), (sample.Pod, sample.Milli, sample.Window));
    }

    [Fact]
    public void A_named_container_counts_alone() =>
        Assert.Equal(250, Assert.Single(ResourceSamples.From([Web], "cpu", "app").Samples).Milli);

    [Fact]
    public void A_named_container_that_a_pod_lacks_fails_the_metric() =>
        Assert.Contains("container other not present in metrics for pod", ResourceSamples.From([Web], "cpu", "other").Error, StringComparison.Ordinal);

    [Fact]
    public void A_pod_where_a_container_lacks_the_resource_has_no_sample() =>
        Assert.Empty(ResourceSamples.From([Web], "memory").Samples);

    private static PodMetrics Metrics(string name, params (string Name, string Cpu)[] containers) => new()
    {
        Metadata = new() { Name = name, NamespaceProperty = "test" },
        Timestamp = Samples.Now.UtcDateTime,
        Window = "15.012s",
        Containers = [.. containers.Select(c => new ContainerMetrics { Name = c.Name, Usage = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(c.Cpu) } })],
    };
}
