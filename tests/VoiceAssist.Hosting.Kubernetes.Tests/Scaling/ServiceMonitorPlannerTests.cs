using VoiceAssist.Hosting.Kubernetes.Crds;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class ServiceMonitorPlannerTests
{
    [Theory]
    [InlineData(null, "30s")]
    [InlineData("dev", "60s")]
    [InlineData("staging", "30s")]
    [InlineData("prod", "15s")]
    public void The_interval_is_the_environments(string? environment, string interval) =>
        Assert.All(MissionEnvironments.Plan(environment).Of<ServiceMonitor>(), m => Assert.Equal(interval, Assert.Single(m.Spec.Endpoints).Interval));

    [Fact]
    public void It_finds_the_service_of_its_own_namespace_by_the_workloads_name()
    {
        var planned = MissionEnvironments.Plan("prod").Objects.Single(o => o.Object is ServiceMonitor && o.Object.Metadata.Name == "voiceassist-worker-metrics");
        var spec = ((ServiceMonitor)planned.Object).Spec;

        Assert.Equal(new Dictionary<string, string> { ["app.kubernetes.io/name"] = "voiceassist-worker" }, spec.Selector.MatchLabels);
        Assert.Equal(("http", "/metrics", null), (spec.Endpoints[0].Port, spec.Endpoints[0].Path, spec.Endpoints[0].ScrapeTimeout));
        Assert.Equal("worker-hpa.yaml", planned.File);
    }

    [Fact]
    public void A_Prometheus_that_picks_by_label_finds_monitors_and_alerts()
    {
        var plan = MissionEnvironments.Plan("prod", c => c.MonitorLabel("release", "monitoring"));

        Assert.All(
            plan.Of<ServiceMonitor>().Select(m => m.Metadata).Concat(plan.Of<PrometheusRule>().Select(r => r.Metadata)),
            metadata => Assert.Equal("monitoring", metadata.Labels["release"]));
    }

    [Fact]
    public void It_labels_the_series_so_that_queries_need_no_namespace() => Assert.Equal(
        [("application", "voiceassist"), ("environment", "prod")],
        MissionEnvironments.Plan("prod").Of<ServiceMonitor>().First().Spec.Endpoints[0].Relabelings!.Select(r => (r.TargetLabel, r.Replacement)));
}
