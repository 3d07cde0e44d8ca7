using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

/// <summary>What a first hand-written version of such manifests got wrong; each must stop a publish.</summary>
public sealed class KnownTrapTests
{
    [Fact]
    public void An_overlay_that_patches_only_the_cpu_target_is_refused() =>
        AssertRefused("VAK205", p => p.In("prod", q => q.Edit<V2HorizontalPodAutoscaler>("shop-api-hpa", h => h.Spec.Metrics = [h.Spec.Metrics[0]])));

    [Fact]
    public void A_quota_that_cannot_hold_the_peak_is_refused() =>
        AssertRefused("VAK101", p => p.Edit<V1ResourceQuota>("shop-quota", q => q.Spec.Hard = new Dictionary<string, ResourceQuantity>
        {
            ["requests.cpu"] = new("10"),
            ["limits.cpu"] = new("30"),
            ["requests.memory"] = new("40Gi"),
            ["limits.memory"] = new("100Gi"),
        }));

    [Theory]
    [InlineData("selector")]
    [InlineData("image")]
    [InlineData("labels")]
    public void A_deployment_without_its_parts_is_refused(string part) => AssertRefused("VAK401", p => p.Edit<V1Deployment>(Shop.Api, d =>
    {
        switch (part)
        {
            case "selector":
                d.Spec.Selector = null;
                break;
            case "image":
                d.Spec.Template.Spec.Containers[0].Image = null;
                break;
            default:
                d.Spec.Template.Metadata.Labels = null;
                break;
        }
    }));

    [Fact]
    public void Redis_memory_in_a_Kubernetes_quantity_is_refused() =>
        AssertRefused("VAK703", p => p.EditContainer(Shop.Cache, c => c.Args = [.. c.Args.Select(a => a.Replace("768mb", "768Mi", StringComparison.Ordinal))]));

    [Fact]
    public void A_budget_in_another_namespace_than_its_pods_is_refused() =>
        AssertRefused("VAK402", p => p.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.Metadata.NamespaceProperty = "shop"));

    [Fact]
    public void A_monitor_in_another_namespace_than_its_service_is_refused() =>
        AssertRefused("VAK402", p => p.Edit<ServiceMonitor>("shop-api-metrics", m => m.Metadata.NamespaceProperty = "monitoring"));

    [Fact]
    public void A_Metrics_Server_in_an_overlay_is_refused() => AssertRefused("VAK406", p => p.Add(new V1Service
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = new() { Name = "metrics-server", NamespaceProperty = "kube-system" },
        Spec = new(),
    }));

    private static void AssertRefused(string id, Func<EnvironmentPlan, EnvironmentPlan> trap)
    {
        var report = CheckRunner.Run(Shop.Plans(plan: trap));

        Assert.Contains(report.Errors, e => e.Check.Id == id && e.Environment == "prod");
    }
}
