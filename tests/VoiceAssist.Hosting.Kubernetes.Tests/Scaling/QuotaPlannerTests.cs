using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class QuotaPlannerTests
{
    [Fact]
    public void The_comments_show_how_each_figure_comes_about()
    {
        var quota = Quota(MissionEnvironments.Plan("prod"));

        Assert.Equal(
            "25.5 peak + 2.25 rollout surge + 9 still terminating = 36.75 cores, rounded up to whole cores.",
            quota.Comments["spec/hard/requests.cpu"]);
        Assert.Equal("37", ((V1ResourceQuota)quota.Object).Spec.Hard["requests.cpu"].ToString());
    }

    [Fact]
    public void Volumes_of_stateful_workloads_are_admitted()
    {
        var hard = ((V1ResourceQuota)Quota(MissionEnvironments.Plan("dev")).Object).Spec.Hard;

        Assert.Equal(("1", "20Gi"), (hard["persistentvolumeclaims"].ToString(), hard["requests.storage"].ToString()));
    }

    [Fact]
    public void There_is_none_when_a_workload_has_no_requests_since_it_would_refuse_its_pods()
    {
        var plan = MissionEnvironments.Plan(ForeignApp.Environment(b => b.AddContainer("web", "web", "1")));

        Assert.Empty(plan.Of<V1ResourceQuota>());
    }

    private static PlannedObject Quota(EnvironmentPlan plan) => plan.Objects.Single(o => o.Object is V1ResourceQuota);
}
