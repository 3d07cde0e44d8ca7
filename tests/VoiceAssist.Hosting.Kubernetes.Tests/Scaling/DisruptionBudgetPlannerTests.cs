using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class DisruptionBudgetPlannerTests
{
    [Theory]
    [InlineData("1.26", false)]
    [InlineData("1.27", true)]
    public void The_policy_for_unhealthy_pods_is_left_out_where_Kubernetes_does_not_know_it(string minimum, bool isWritten) => Assert.All(
        MissionEnvironments.Plan("prod", c => c.RequiresKubernetes(minimum)).Of<V1PodDisruptionBudget>(),
        b => Assert.Equal(isWritten, b.Spec.UnhealthyPodEvictionPolicy is not null));

    [Fact]
    public void A_budget_that_blocks_on_purpose_says_so_in_an_annotation()
    {
        var budgets = MissionEnvironments.Plan("prod").Of<V1PodDisruptionBudget>().ToDictionary(b => b.Metadata.Name, b => b.Metadata.Annotations);

        Assert.Equal("Blocks a drain of its node on purpose: The only pod holds the only copy of the data.", budgets["voiceassist-postgres-pdb"][DisruptionBudgetPlanner.Description]);
        Assert.Null(budgets["voiceassist-server-pdb"]);
    }
}
