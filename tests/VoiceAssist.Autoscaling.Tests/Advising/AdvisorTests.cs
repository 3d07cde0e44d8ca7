using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Tests.Advising;

public class AdvisorTests
{
    private static readonly AutoscalerSpec Gateway = AutoscalerSpec.From(VoiceAssistEnvironments.Prod.Gateway.Autoscaler);

    [Fact]
    public void A_limit_equal_to_the_request_makes_a_target_of_95_percent_unreachable()
    {
        var spec = Samples.Spec(1, 5, Samples.Cpu(95), Samples.Cpu(80));
        var amounts = ResourceAmounts.Parse("1", "1Gi");
        var advice = Assert.Single(TargetAdvisor.Unreachable(spec, amounts, amounts));
        Assert.Equal((AdviceKind.UnreachableTarget, 100.0), (advice.Kind, advice.Figures["mostPercent"]));
        Assert.Equal(104.5, advice.Figures["scalesAbovePercent"], 6);
    }

    [Fact]
    public void Memory_that_never_falls_is_named()
    {
        var model = EnvironmentModels.Of(VoiceAssistEnvironments.Prod, new StepLoad(50, 500, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20)), new ConstantLoad(0), TimeSpan.FromMinutes(90));
        var gateway = model.Workloads[0] with { Memory = new() { Base = Memory.FromMebibytes(256), PerLoad = Memory.FromMebibytes(12) } };
        var run = Simulator.Run(model with { Workloads = [gateway] }).Workloads[0];
        Assert.Contains(TargetAdvisor.FromRun(run), a => a is { Kind: AdviceKind.UnreachableTarget, Subject: "memory" });
    }

    [Fact]
    public void Time_above_the_target_within_the_tolerance_is_a_dead_band()
    {
        // 3 pods at 65 % carry 146 requests/s; 153 are 5 % more.
        var model = EnvironmentModels.Of(VoiceAssistEnvironments.Prod, new ConstantLoad(150), new ConstantLoad(0), TimeSpan.FromMinutes(30));
        var advice = TargetAdvisor.FromRun(Simulator.Run(model).Workloads[0]);
        Assert.Contains(advice, a => a is { Kind: AdviceKind.DeadBand, Subject: "cpu" });
    }

    [Fact]
    public void A_rate_over_four_minutes_is_slower_than_a_scale_up_period_of_30_s()
    {
        var advice = DelayAdvisor.Advise(Gateway, new() { ScrapeInterval = TimeSpan.FromSeconds(15) });
        var rate = advice.Single(a => a.Subject == "scale up by pods metric http_requests_per_second");
        Assert.Equal((256.0, 30.0), (rate.Figures["delaySeconds"], rate.Figures["windowSeconds"]));
        Assert.DoesNotContain(advice, a => a.Subject.StartsWith("scale down", StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_percent_or_one_pod_the_smaller_is_always_one_pod_below_20()
    {
        var advice = PolicyAdvisor.Advise(AutoscalerSpec.From(VoiceAssistEnvironments.Dev.Gateway.Autoscaler));
        Assert.Equal(["scale down 10 % per 300 s"], advice.Select(a => a.Subject));
    }

    [Fact]
    public void From_two_replicas_on_doubling_always_allows_two_pods() =>
        Assert.Contains(PolicyAdvisor.Advise(Gateway), a => a.Subject == "scale up 2 pods per 30 s");

    [Fact]
    public void Requests_follow_the_95th_percentile_of_cpu_and_the_most_memory_plus_15_percent()
    {
        var usage = Enumerable.Range(1, 200).Select(i => new UsagePoint(TimeSpan.FromMinutes(i), i / 1000.0, i * (1 << 20))).ToArray();
        Assert.Equal(new ResourceAmounts(Cpu.Parse("190m"), Memory.Parse("230Mi")), RequestAdvisor.Suggest(usage));
    }

    [Theory]
    [InlineData(99, 3)] // too few points
    [InlineData(300, 2)] // too short a time
    [InlineData(0, 0)]
    public void Too_little_data_gives_no_requests(int points, int hours)
    {
        var usage = Enumerable.Range(0, points).Select(i => new UsagePoint(TimeSpan.FromHours(hours * (double)i / points), 1, 1)).ToArray();
        Assert.Equal(AdviceKind.NotEnoughData, Assert.Single(RequestAdvisor.Advise(ResourceAmounts.Parse("1", "1Gi"), usage)).Kind);
    }

    [Theory]
    [InlineData(65, 750, 600, 81)]
    [InlineData(65, 750, 1000, 50)] // 48.75 is below what is advisable
    [InlineData(80, 1000, 500, 90)]
    [InlineData(70, 500, 500, 70)]
    public void A_new_request_keeps_the_scale_point_by_a_new_target(int target, long request, long becomes, int expected) =>
        Assert.Equal(expected, RequestAdvisor.KeepScalePoint(target, request, becomes));

    [Fact]
    public void All_advice_on_a_simulated_day_has_figures()
    {
        var model = EnvironmentModels.Of(VoiceAssistEnvironments.Prod, new DailyCycleLoad(20, 600).AsPoisson(), new ConstantLoad(1), TimeSpan.FromHours(6));
        var advice = Advisor.Advise(Simulator.Run(model).Workloads[0], model.Pipeline);
        Assert.All(advice, a => Assert.NotEmpty(a.Figures));
        Assert.Contains(advice, a => a is { Kind: AdviceKind.Requests, Subject: "cpu" });
    }
}
