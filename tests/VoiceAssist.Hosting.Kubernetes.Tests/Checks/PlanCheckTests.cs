using CsCheck;
using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

public sealed class PlanCheckTests
{
    public static TheoryData<string> Ids => [.. PlanChecks.All.Select(c => c.Description.Id)];

    public static TheoryData<string> Broken => [.. CheckCases.All.Where(c => c.Found is not null).Select(c => c.ToString())];

    public static TheoryData<string> Sound => [.. CheckCases.All.Where(c => c.Found is null).Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_plan_is_found(string name)
    {
        var broken = CheckCases.All.Single(c => c.ToString() == name);

        var findings = Check(broken.Id).Run(broken.Plans()).ToArray();

        Assert.Contains(findings, f => f.Environment == "prod" && f.Found.Contains(broken.Found!, StringComparison.Ordinal));
        Assert.All(findings, f => Assert.Equal(broken.Id, f.Check.Id));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_plan_passes(string name)
    {
        var sound = CheckCases.All.Single(c => c.ToString() == name);

        Assert.DoesNotContain(Check(sound.Id).Run(sound.Plans()), f => f.Environment == "prod");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_shop_passes_every_check(string id) => Assert.Empty(Check(id).Run(Shop.Plans()).Select(f => f.ToString()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_has_a_case_that_it_finds(string id) =>
        Assert.True(id == "VAK601" || CheckCases.All.Any(c => c.Id == id && c.Found is not null), $"{id} has no failing case");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_has_a_case_that_it_passes(string id) => Assert.Contains(CheckCases.All, c => c.Id == id && c.Found is null);

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = PlanChecks.All.Select(c => c.Description.Id).ToArray();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void A_moving_tag_outside_the_strictest_environment_is_a_warning()
    {
        var plans = Shop.Plans(c => c.Environment == "prod" ? c : c.With(Shop.Api, w => w with { Image = "registry.example.com:5000/shop-api" }));

        var findings = Check("VAK601").Run(plans).ToArray();

        Assert.Equal(["base", "dev"], findings.Select(f => f.Environment));
        Assert.Empty(Check("VAK602").Run(plans));
    }

    [Fact]
    public void A_finding_names_the_place_of_the_figure()
    {
        var plans = Shop.Plans(plan: p => p.EditContainer(Shop.Api, c => c.Resources.Requests["memory"] = new("3Gi")));

        var finding = Check("VAK102").Run(plans).First();

        Assert.EndsWith("Shop.cs", finding.At!.Value.File);
    }

    [Fact]
    public void A_finding_on_a_secret_does_not_show_it()
    {
        var plans = Shop.Plans(plan: p => p.EditContainer(Shop.Api, c => c.Env = [new() { Name = "DB_PASSWORD", Value = "hunter2" }, new() { Name = "X", Value = "amqp://me:hunter2@mq" }]));

        Assert.All(Check("VAK603").Run(plans), f => Assert.DoesNotContain("hunter2", f.ToString()));
    }

    [Fact]
    public void A_quota_that_is_derived_always_admits_the_peak() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 60], Gen.Int[50, 4000], Gen.Int[64, 8192], Gen.OneOf(Gen.Const("0"), Gen.Const("1"), Gen.Const("3"), Gen.Const("25%"), Gen.Const("100%")), Gen.Int[0, 400]).Sample(
            (min, more, millicores, mebibytes, surge, drain) => Assert.Empty(Check("VAK101").Run(Shop.Plans(c => c.With(Shop.Api, w => w with
            {
                Scaling = new HorizontalScalingPolicy().Replicas(min, min + more).CpuUtilization(70),
                Resources = new ResourcesPolicy().Cpu($"{millicores}m", $"{millicores * 2}m").Memory($"{mebibytes}Mi", $"{mebibytes * 2}Mi"),
                Rollout = new RolloutPolicy().Rolling(surge, "1"),
                Shutdown = new ShutdownPolicy().Takes("drain", TimeSpan.FromSeconds(drain)),
            })))),
            iter: 200);

    private static IPlanCheck Check(string id) => PlanChecks.All.Single(c => c.Description.Id == id);
}
