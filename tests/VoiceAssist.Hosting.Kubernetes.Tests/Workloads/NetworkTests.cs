using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

public class NetworkTests
{
    [Fact]
    public async Task Nothing_is_allowed_that_is_not_said()
    {
        var policy = (await PlanAsync()).Find<V1NetworkPolicy>("shop-default-deny").Spec;

        Assert.Equal("shop", policy.PodSelector.MatchLabels["app.kubernetes.io/part-of"]);
        Assert.Equal(["Ingress", "Egress"], policy.PolicyTypes);
        Assert.Null(policy.Ingress);
        Assert.Null(policy.Egress);
    }

    [Fact]
    public async Task Every_pod_may_ask_for_names()
    {
        var rule = Assert.Single((await PlanAsync()).Find<V1NetworkPolicy>("shop-dns").Spec.Egress);
        var peer = Assert.Single(rule.To);

        Assert.Equal("kube-system", peer.NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
        Assert.Equal("kube-dns", peer.PodSelector.MatchLabels["k8s-app"]);
        Assert.Equal([("UDP", "53"), ("TCP", "53")], rule.Ports.Select(p => (p.Protocol, p.Port.Value)));
    }

    [Fact]
    public async Task A_reference_opens_one_port_at_both_ends()
    {
        var objects = await PlanAsync();
        var out_ = Assert.Single(objects.Find<V1NetworkPolicy>("web").Spec.Egress);
        var in_ = Assert.Single(objects.Find<V1NetworkPolicy>("api").Spec.Ingress);

        Assert.Equal("api", Assert.Single(out_.To).PodSelector.MatchLabels["app.kubernetes.io/name"]);
        Assert.Equal("web", Assert.Single(in_.FromProperty).PodSelector.MatchLabels["app.kubernetes.io/name"]);
        Assert.Equal(["8080"], out_.Ports.Select(p => p.Port.Value));
        Assert.Equal(["8080"], in_.Ports.Select(p => p.Port.Value));
    }

    [Fact]
    public async Task Only_external_endpoints_are_open_to_all()
    {
        var objects = await PlanAsync();

        Assert.Contains(objects.Find<V1NetworkPolicy>("web").Spec.Ingress, r => r.FromProperty is null && r.Ports.Single().Port.Value == "8000");
        Assert.DoesNotContain(objects.Find<V1NetworkPolicy>("api").Spec.Ingress, r => r.FromProperty is null);
    }

    [Fact]
    public async Task Monitoring_reaches_the_metrics()
    {
        var objects = await PlanAsync(cluster: c => c.Metrics(MetricsBackend.PrometheusAdapter, "observability"));

        Assert.Contains(
            objects.Find<V1NetworkPolicy>("web").Spec.Ingress,
            r => r.FromProperty?.Single().NamespaceSelector?.MatchLabels["kubernetes.io/metadata.name"] == "observability" && r.Ports.Single().Port.Value == "8000");
    }

    [Fact]
    public async Task The_internet_is_reached_only_where_said()
    {
        var objects = await PlanAsync(web => web.WithNetworkAccess(a => a.ReachInternet(443)));

        Assert.Contains(objects.Find<V1NetworkPolicy>("web").Spec.Egress, r => r.To?[0].IpBlock?.Cidr == "0.0.0.0/0" && r.Ports.Single().Port.Value == "443");
        Assert.Null(objects.Find<V1NetworkPolicy>("api").Spec.Egress);
    }

    [Fact]
    public async Task Another_namespace_is_reached_only_where_said()
    {
        var objects = await PlanAsync(web => web.WithNetworkAccess(a => a.ReachNamespace("telemetry", 4317)));

        Assert.Contains(
            objects.Find<V1NetworkPolicy>("web").Spec.Egress,
            r => r.To?[0].NamespaceSelector?.MatchLabels["kubernetes.io/metadata.name"] == "telemetry" && r.Ports.Single().Port.Value == "4317");
    }

    [Fact]
    public async Task A_workload_that_uses_the_api_server_gets_a_role_a_token_and_the_way_there()
    {
        var objects = await PlanAsync(web => web.WithIdentity(i => i.May(new("", ["configmaps"], ["get"]))));

        Assert.Equal(["configmaps"], Assert.Single(objects.Find<V1Role>("web").Rules).Resources);
        var binding = objects.Find<V1RoleBinding>("web");
        Assert.Equal(("web", "web", "shop"), (binding.RoleRef.Name, Assert.Single(binding.Subjects).Name, binding.Subjects[0].NamespaceProperty));
        Assert.True(objects.Find<V1ServiceAccount>("web").AutomountServiceAccountToken);
        Assert.False(objects.Find<V1ServiceAccount>("api").AutomountServiceAccountToken);
        Assert.Contains(objects.Find<V1NetworkPolicy>("web").Spec.Egress, r => r.To is null && r.Ports.Any(p => p.Port.Value == "6443"));
    }

    private static async Task<IReadOnlyList<PlannedObject>> PlanAsync(Action<IResourceBuilder<ProjectResource>>? shape = null, Action<ClusterPolicy>? cluster = null)
    {
        var context = await TestModel.ReadBaseAsync(
            b =>
            {
                var api = b.AddTestProject("api").WithHttpEndpoint();
                var web = b.AddTestProject("web").WithHttpEndpoint(targetPort: 8000).WithExternalHttpEndpoints().WithReference(api).WithMonitoring(m => m.Scrape("/metrics"));
                shape?.Invoke(web);
            },
            cluster);
        return context.Plan();
    }
}
