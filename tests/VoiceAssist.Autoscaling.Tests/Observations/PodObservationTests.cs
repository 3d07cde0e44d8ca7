using k8s;
using k8s.Models;
using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Tests.Observations;

public class PodObservationTests
{
    private const string Pod = """
        metadata: { name: web-1, deletionTimestamp: "2026-06-01T11:59:00Z" }
        spec:
          resources: { requests: { memory: 1Gi } }
          initContainers:
          - { name: migrate, resources: { requests: { cpu: "4" } } }
          - { name: proxy, restartPolicy: Always, resources: { requests: { cpu: 100m } } }
          containers:
          - { name: app, resources: { requests: { cpu: 250m, memory: 256Mi } } }
        status:
          phase: Running
          startTime: "2026-06-01T11:00:00Z"
          conditions:
          - { type: Ready, status: "False", lastTransitionTime: "2026-06-01T11:58:00Z" }
        """;

    [Fact]
    public void A_pod_of_the_api_is_read_with_its_restartable_init_containers()
    {
        var pod = PodObservation.From(KubernetesYaml.Deserialize<V1Pod>(Pod));
        Assert.Equal(("web-1", PodPhase.Running, true), (pod.Name, pod.Phase, pod.Deleting));
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 11, 0, 0, TimeSpan.Zero), pod.StartTime);
        Assert.Equal(new ReadyCondition(false, new(2026, 6, 1, 11, 58, 0, TimeSpan.Zero)), pod.Ready);
        Assert.Equal(["app", "proxy"], pod.Containers.Select(c => c.Name));
        Assert.Equal([250, 100], pod.Containers.Select(c => c.Milli.Single(r => r.Key == "cpu").Value));
    }

    [Fact]
    public void One_pod_level_request_makes_the_whole_pod_count()
    {
        var pod = KubernetesYaml.Deserialize<V1Pod>(Pod);
        pod.Spec.Overhead = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("10m"), ["memory"] = new("1Mi") };
        var requests = PodObservation.From(pod).PodRequests.ToDictionary();
        Assert.Equal(((1L << 30) + (1L << 20)) * 1000, requests["memory"]);
        Assert.Equal(4010, requests["cpu"]); // the init container alone needs more than app and proxy together
    }

    [Theory]
    [InlineData("250m", "100m", "1", true, 1100)] // an init container that starts beside the proxy
    [InlineData("1", "1", "1", true, 2000)]
    [InlineData("1", "1", "1500m", false, 2000)] // before the proxy
    public void Init_containers_count_with_what_runs_beside_them(string app, string proxy, string migrate, bool proxyFirst, long milli)
    {
        V1Container[] init = [Container("proxy", proxy, "Always"), Container("migrate", migrate, null)];
        var pod = new V1Pod
        {
            Spec = new()
            {
                Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["memory"] = new("1Gi") } },
                InitContainers = proxyFirst ? init : [.. init.Reverse()],
                Containers = [Container("app", app, null)],
            },
        };
        Assert.Equal(milli, PodObservation.From(pod).PodRequests.ToDictionary()["cpu"]);

        static V1Container Container(string name, string cpu, string? restart) => new()
        {
            Name = name,
            RestartPolicy = restart,
            Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(cpu) } },
        };
    }

    [Fact]
    public void Without_pod_level_cpu_memory_or_huge_pages_the_containers_count()
    {
        var pod = KubernetesYaml.Deserialize<V1Pod>(Pod);
        pod.Spec.Resources.Requests = new Dictionary<string, ResourceQuantity> { ["ephemeral-storage"] = new("1Gi") };
        Assert.Empty(PodObservation.From(pod).PodRequests);
    }

    [Fact]
    public void A_pod_without_status_is_unknown_and_has_no_readiness()
    {
        var pod = PodObservation.From(new() { Metadata = new() { Name = "new" } });
        Assert.Equal((PodPhase.Unknown, null, null), (pod.Phase, pod.Ready, pod.StartTime));
    }
}
