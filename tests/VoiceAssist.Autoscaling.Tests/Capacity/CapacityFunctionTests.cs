using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Tests.Environments;

namespace VoiceAssist.Autoscaling.Tests.Capacity;

public class CapacityFunctionTests
{
    [Theory]
    [InlineData("dev", "2", "3")]
    [InlineData("staging", "3250m", "7250m")]
    [InlineData("prod", "7500m", "25500m")]
    public void The_cpu_requests_of_an_environment_are_the_required_sums(string environment, string idle, string peak)
    {
        var total = CapacityFunction.Of(VoiceAssistEnvironments.ByName(environment).Workloads).Total;
        Assert.Equal(Cpu.Parse(idle), total.Idle.Requests.Cpu);
        Assert.Equal(Cpu.Parse(peak), total.Peak.Requests.Cpu);
    }

    [Fact]
    public void The_cpu_limits_of_production_at_its_peak_are_100_cores() =>
        Assert.Equal(Cpu.Parse("100"), CapacityFunction.Of(VoiceAssistEnvironments.Prod.Workloads).Total.Peak.Limits.Cpu);

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void The_quota_admits_the_peak_with_a_rollout_and_stopping_pods(string environment)
    {
        var report = CapacityFunction.Of(VoiceAssistEnvironments.ByName(environment).Workloads);
        Assert.True(report.Quota.Admits(report.Total.Ceiling));
        Assert.True(report.Quota.Admits(report.Total.Peak + report.Total.Surge + report.Total.Terminating));
        Assert.False(report.Quota.Admits(report.Total.Ceiling + new PodTotals(1, default, default)));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void The_quota_of_the_published_workloads_is_the_published_one(string environment)
    {
        var published = PublishedFiles.Objects<V1ResourceQuota>(environment).Single().Spec.Hard;
        Assert.All(
            CapacityFunction.Of(VoiceAssistEnvironments.ByName(environment).Workloads).Quota.ToHard(),
            entry => Assert.Equal(entry.Value, published[entry.Key].ToString()));
    }

    [Fact]
    public void A_quota_typed_by_hand_for_20_cores_does_not_hold_production() =>
        Assert.False(new Quota(ResourceAmounts.Parse("20", "40Gi"), ResourceAmounts.Parse("50", "100Gi"), 100)
            .Admits(CapacityFunction.Of(VoiceAssistEnvironments.Prod.Workloads).Total.Peak));

    [Fact]
    public void The_quota_prints_canonical_quantities_in_whole_cores_and_gibibytes()
    {
        var quota = Quota.Admitting(new(7, ResourceAmounts.Parse("1250m", "1.5Gi"), ResourceAmounts.Parse("4", "4Gi")));
        Assert.Equal(
            ["limits.cpu=4", "limits.memory=4Gi", "pods=7", "requests.cpu=2", "requests.memory=2Gi"],
            quota.ToHard().Select(e => $"{e.Key}={e.Value}"));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    public void Reversed_or_negative_bounds_are_refused(int min, int max)
    {
        var workload = VoiceAssistEnvironments.Dev.Redis with { MinReplicas = min, MaxReplicas = max };
        Assert.Contains("voiceassist-redis", Assert.Throws<ArgumentException>(() => CapacityFunction.Of([workload])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_below_requests_are_refused()
    {
        var workload = VoiceAssistEnvironments.Dev.Redis with { Limits = ResourceAmounts.Parse("100m", "1Gi") };
        Assert.Throws<ArgumentException>(() => CapacityFunction.Of([workload]));
    }
}
