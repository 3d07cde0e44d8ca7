using System.Text.Json.Nodes;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;
using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class DashboardTests
{
    public static TheoryData<MetricsBackend> Backends => [MetricsBackend.PrometheusAdapter, MetricsBackend.Keda];

    [Theory]
    [MemberData(nameof(Backends))]
    public void Every_query_reads_what_a_workload_exports_or_the_platform_is_known_to(MetricsBackend backend)
    {
        var environment = Mission(backend);
        var exported = environment.Workloads
            .SelectMany(w => (w.Monitoring?.Metrics.Select(m => m.Series) ?? []).Concat(w.Monitoring?.Alerts.Select(a => a.Series) ?? []))
            .ToHashSet();

        Assert.All(Queries(environment).SelectMany(PromQl.SeriesIn), s => Assert.True(PlatformMetrics.Has(s) || exported.Contains(s), s));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Prometheus_parses_every_query(MetricsBackend backend) => Promtool.AssertParses(
        Queries(Mission(backend)).Select(q => q.Replace("$__rate_interval", "2m", StringComparison.Ordinal).Replace("$namespace", "any", StringComparison.Ordinal)));

    [Fact]
    public void Every_query_of_an_object_is_of_the_chosen_namespace() =>
        Assert.All(Queries(Mission(default)).Where(q => !q.StartsWith("vector", StringComparison.Ordinal)), q => Assert.Contains("namespace=\"$namespace\"", q, StringComparison.Ordinal));

    [Fact]
    public void Each_metric_of_each_autoscaler_has_a_graph_beside_the_replicas() => Assert.Equal(
        [
            "voiceassist-server: replicas", "voiceassist-server: cpu", "voiceassist-server: memory", "voiceassist-server: http_requests_per_second",
            "voiceassist-worker: replicas", "voiceassist-worker: cpu", "voiceassist-worker: memory", "voiceassist-worker: voiceassist_queue_depth",
            "voiceassist-worker: voiceassist_queue_oldest_age_seconds", "voiceassist-worker: DeadLetters",
            "Quota used", "Pods that may be disrupted", "Restarts in the last hour",
        ],
        Panels(Mission(default)).Where(p => (string?)p["type"] != "row").Select(p => (string?)p["title"]));

    [Fact]
    public void No_two_panels_overlap_and_none_shares_its_id()
    {
        var panels = Panels(Mission(default)).ToArray();
        var cells = panels.Select(p => p["gridPos"]!).SelectMany(g =>
            from x in Enumerable.Range((int)g["x"]!, (int)g["w"]!)
            from y in Enumerable.Range((int)g["y"]!, (int)g["h"]!)
            select (x, y)).ToArray();

        Assert.Equal(cells.Length, cells.Distinct().Count());
        Assert.Equal(panels.Length, panels.Select(p => (int)p["id"]!).Distinct().Count());
    }

    [Fact]
    public void It_is_the_same_to_the_byte_each_time() => Assert.Equal(Dashboard.ToJson(Mission(default)), Dashboard.ToJson(Mission(default)));

    private static EnvironmentContext Mission(MetricsBackend backend) => MissionEnvironments.Of(null, c => c.Metrics(backend));

    private static IEnumerable<JsonNode> Panels(EnvironmentContext environment) => JsonNode.Parse(Dashboard.ToJson(environment))!["panels"]!.AsArray().Select(p => p!);

    private static IEnumerable<string> Queries(EnvironmentContext environment) =>
        Panels(environment).SelectMany(p => p["targets"]?.AsArray() ?? []).Select(t => (string)t!["expr"]!);
}
