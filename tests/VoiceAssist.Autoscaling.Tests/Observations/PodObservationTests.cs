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
        Assert.Equal((1L << 30) * 1000, Assert.Single(pod.PodRequests).Value);
    }

    [Fact]
    public void A_pod_without_status_is_unknown_and_has_no_readiness()
    {
        var pod = PodObservation.From(new() { Metadata = new() { Name = "new" } });
        Assert.Equal((PodPhase.Unknown, null, null), (pod.Phase, pod.Ready, pod.StartTime));
    }
}
