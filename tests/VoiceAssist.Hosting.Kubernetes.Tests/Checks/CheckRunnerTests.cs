using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

public sealed class CheckRunnerTests
{
    [Fact]
    public void A_sound_app_has_nothing_to_say()
    {
        var report = CheckRunner.Run(Shop.Plans());

        Assert.True(report.MayPublish);
        Assert.Empty(report.Lines());
    }

    [Fact]
    public void An_error_stops_the_publish()
    {
        var report = CheckRunner.Run(Shop.Plans(plan: p => p.Edit<k8s.Models.V1Deployment>(Shop.Api, d => d.Spec.Selector = null)));

        Assert.False(report.MayPublish);
    }

    [Fact]
    public void A_warning_does_not_stop_the_publish()
    {
        var report = CheckRunner.Run(WithoutProbes());

        Assert.True(report.MayPublish);
        Assert.Equal(3, report.Warnings.Count);
    }

    [Fact]
    public void One_finding_of_several_environments_is_one_line()
    {
        var line = Assert.Single(CheckRunner.Run(WithoutProbes()).Lines());

        Assert.Equal("warning VAK501 [base, dev, prod] Deployment/shop-api (Program.cs:7): container api has no readiness probe", line);
    }

    [Fact]
    public void A_suppressed_warning_is_kept_with_its_reason()
    {
        var report = CheckRunner.Run(WithoutProbes(c => c.Suppress("VAK501", "nothing asks it")));

        Assert.Empty(report.Warnings);
        Assert.Equal(["nothing asks it"], report.Suppressed.Select(s => s.Because).Distinct());
        Assert.Equal(["suppressed VAK501 (3): nothing asks it"], report.Lines());
    }

    [Fact]
    public void A_suppression_of_one_environment_leaves_the_others()
    {
        var report = CheckRunner.Run(WithoutProbes(c => c.In("dev", d => d.Suppress("VAK501", "a test"))));

        Assert.Equal(["base", "prod"], report.Warnings.Select(w => w.Environment));
    }

    [Fact]
    public void An_error_cannot_be_suppressed()
    {
        var report = CheckRunner.Run(Shop.Plans(
            c => c.WithCluster(p => p.Suppress("VAK401", "I know better")),
            p => p.Edit<k8s.Models.V1Deployment>(Shop.Api, d => d.Spec.Selector = null)));

        Assert.False(report.MayPublish);
        Assert.Contains(report.Warnings, w => w.Check.Id == "VAK991" && w.Found.Contains("only warnings can be suppressed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VAK000", "VAK991", "there is no check VAK000")]
    [InlineData("VAK501", "VAK992", "VAK501 finds nothing in any environment")]
    public void A_suppression_that_does_nothing_is_a_warning(string suppressed, string id, string found)
    {
        var warning = Assert.Single(CheckRunner.Run(Shop.Plans(c => c.WithCluster(p => p.Suppress(suppressed, "once upon a time")))).Warnings);

        Assert.Equal((id, found), (warning.Check.Id, warning.Found));
    }

    [Fact]
    public void Findings_come_in_the_order_of_ids_then_environments()
    {
        var report = CheckRunner.Run(Shop.Plans(plan: p => p
            .EditContainer(Shop.Api, c => c.Resources.Requests["memory"] = new("3Gi"))
            .Edit<k8s.Models.V1Deployment>(Shop.Worker, d => d.Spec.Selector = null)));

        Assert.Equal(report.Errors.OrderBy(e => e.Check.Id, StringComparer.Ordinal).Select(e => e.Check.Id), report.Errors.Select(e => e.Check.Id));
        Assert.Equal(["base", "dev", "prod"], report.Errors.Where(e => e.Check.Id == "VAK102").Select(e => e.Environment));
    }

    private static IReadOnlyList<EnvironmentPlan> WithoutProbes(Action<ClusterPolicy>? cluster = null) => Shop.Plans(
        c =>
        {
            cluster?.Invoke(c.Cluster);
            if (c.Environment is not null)
            {
                c.Cluster.Apply(c.Environment);
            }

            return c;
        },
        p => p.EditContainer(Shop.Api, c => c.ReadinessProbe = null));
}
