using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Validation;
using VoiceAssist.Autoscaling.WhatIf;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.WhatIf;

public class PolicyExperimentTests
{
    private const string Gateway = "voiceassist-server";

    private static readonly VoiceAssist.Autoscaling.Simulation.SimulationModel Model = EnvironmentModels.Of(
        VoiceAssistEnvironments.Prod,
        new StepLoad(50, 400, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)).AsPoisson(),
        new ConstantLoad(0),
        TimeSpan.FromMinutes(40));

    [Fact]
    public void A_faster_reduction_saves_vcpu_hours_and_both_runs_stand_side_by_side()
    {
        var comparison = PolicyExperiment.Compare(Model, Gateway, a =>
        {
            a.Spec.Behavior.ScaleDown.StabilizationWindowSeconds = 60;
            a.Spec.Behavior.ScaleDown.Policies = [new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }];
        });
        var hours = comparison.Figures.Single(f => f.Name == "vCPU-hours requested");
        Assert.True(hours.Difference < 0, comparison.ToString());
        Assert.Contains("before", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_change_both_runs_are_equal_and_the_model_is_untouched()
    {
        var comparison = PolicyExperiment.Compare(Model, Gateway, a => a.Metadata.Name = "other");
        Assert.All(comparison.Figures, f => Assert.Equal(0, f.Difference));
        Assert.Equal("voiceassist-server-hpa", Model.Workloads[0].Autoscaler!.Metadata.Name);
    }

    [Fact]
    public void A_change_that_the_api_server_would_refuse_is_refused() =>
        Assert.Throws<InvalidAutoscalerException>(() => PolicyExperiment.Compare(Model, Gateway, a => a.Spec.MaxReplicas = 0));

    [Fact]
    public void A_workload_without_autoscaler_cannot_be_changed() =>
        Assert.Throws<ArgumentException>(() => PolicyExperiment.Compare(Model, "voiceassist-redis", _ => { }));
}
