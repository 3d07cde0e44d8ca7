using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Advising;

public class PolicyUseAdvisorTests
{
    [Fact]
    public void A_policy_that_never_decided_while_another_one_did_is_named()
    {
        var advice = Advise(new StepLoad(60, 900, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20)), 90);
        Assert.Contains(advice, a => a is { Kind: AdviceKind.PolicyNeverBinds, Subject: "scale up 2 pods per 30 s" } && a.Figures["limited"] > 0);
        Assert.DoesNotContain(advice, a => a.Subject is "scale up 100 % per 30 s" or "scale up policies");
    }

    [Fact]
    public void Policies_of_a_direction_that_was_never_limited_are_named_together()
    {
        var advice = Advise(new RampLoad(60, 600, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(60)), 60);
        var up = Assert.Single(advice);
        Assert.Equal(("scale up policies", 0.0), (up.Subject, up.Figures["limited"]));
    }

    [Fact]
    public void A_direction_in_which_nothing_moved_gets_no_advice() => Assert.Empty(Advise(new ConstantLoad(60), 20));

    private static IReadOnlyList<Advice> Advise(Load load, double minutes) =>
        PolicyUseAdvisor.FromRun(Simulator.Run(EnvironmentModels.Of(VoiceAssistEnvironments.Prod, load, new ConstantLoad(0), TimeSpan.FromMinutes(minutes))).Workloads[0]);
}
