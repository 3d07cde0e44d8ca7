using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>What a hand-written tree of this kind once got wrong.</summary>
public class TrapTests
{
    [Fact]
    public async Task An_overlay_that_changes_one_metric_carries_all_of_them()
    {
        var files = await SampleTree.RenderAsync();
        var patch = YamlReader.Read(files["overlays/prod/hpa-patch.yaml"]).Single(o => o.Map("metadata")!.Text("name") == "web-hpa");
        var metrics = (ListNode)patch.Map("spec")!["metrics"]!;
        var environment = YamlReader.Read(files["rendered/prod.yaml"]).Single(o => o.Text("kind") == "HorizontalPodAutoscaler" && o.Map("metadata")!.Text("name") == "web-hpa");
        Assert.True(Node.Same(environment.Map("spec")!["metrics"], metrics));
        Assert.Equal(3, metrics.Items.Count);
    }

    [Fact]
    public async Task Every_autoscaler_patch_carries_its_metrics_even_if_only_the_replicas_differ()
    {
        var files = await SampleTree.RenderAsync(s => s.Worker.WithHorizontalScaling(h => h.In("prod", p => p.Replicas(2, 8))));
        Assert.All(
            files.Where(f => f.Key.EndsWith("hpa-patch.yaml", StringComparison.Ordinal)).SelectMany(f => YamlReader.Read(f.Value)),
            p => Assert.NotNull(p.Map("spec")!["metrics"]));
    }

    [Fact]
    public async Task No_kustomization_has_a_deprecated_field()
    {
        string[] deprecated = ["bases", "patchesStrategicMerge", "patchesJson6902", "commonLabels", "commonAnnotations", "vars"];
        var files = await SampleTree.RenderAsync();
        Assert.All(
            files.Where(f => f.Key.EndsWith("kustomization.yaml", StringComparison.Ordinal)),
            f => Assert.All(deprecated, d => Assert.Null(YamlReader.Read(f.Value)[0][d])));
    }

    [Fact]
    public async Task No_kustomization_touches_selectors()
    {
        var files = await SampleTree.RenderAsync();
        Assert.All(
            files.Where(f => f.Key.EndsWith("kustomization.yaml", StringComparison.Ordinal)),
            f => Assert.DoesNotContain("includeSelectors: true", f.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_namespace_is_written_twice()
    {
        var files = await SampleTree.RenderAsync();
        foreach (var (path, text) in files.Where(f => f.Key.EndsWith(".yaml", StringComparison.Ordinal) && !f.Key.StartsWith("rendered/", StringComparison.Ordinal) && f.Key is not "metrics-server.yaml"))
        {
            Assert.All(YamlReader.Read(text).Where(d => d.Text("kind") is not "Kustomization"), d => Assert.Null(d.Map("metadata")?["namespace"]));
            Assert.True(!text.Contains("shop-prod", StringComparison.Ordinal) || path is "overlays/prod/kustomization.yaml", path);
        }
    }

    [Fact]
    public async Task Every_object_of_an_environment_stands_in_its_namespace()
    {
        var files = await SampleTree.RenderAsync();
        Assert.All(
            YamlReader.Read(files["rendered/prod.yaml"]),
            o => Assert.Equal("shop-prod", o.Text("kind") == "Namespace" ? o.Map("metadata")!.Text("name") : o.Map("metadata")!.Text("namespace")));
    }

    [Fact]
    public async Task An_object_of_another_namespace_in_the_base_is_refused()
    {
        var plans = await SampleTree.PlanAsync();
        var stray = plans[0].Objects[0] with { Object = new k8s.Models.V1ConfigMap { ApiVersion = "v1", Kind = "ConfigMap", Metadata = new() { Name = "x", NamespaceProperty = "kube-system" } } };
        var error = Assert.Throws<InvalidOperationException>(() => PlacedObject.Of(plans[0] with { Objects = [stray] }));
        Assert.Contains("kube-system", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_update_mode_of_a_vertical_autoscaler_is_quoted()
    {
        var files = await SampleTree.RenderAsync();
        Assert.Contains("updateMode: \"Off\"", files["vpa-config.yaml"], StringComparison.Ordinal);
        Assert.Contains("updateMode: \"Off\"", files["rendered/prod.yaml"], StringComparison.Ordinal);
        Assert.All(files.Where(f => f.Key.EndsWith(".yaml", StringComparison.Ordinal)), f => Assert.DoesNotContain("updateMode: Off", f.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_workload_with_an_autoscaler_says_how_many_replicas_it_has()
    {
        var files = await SampleTree.RenderAsync();
        Assert.All(
            YamlReader.Read(files["rendered/prod.yaml"]).Where(o => o.Text("kind") == "Deployment" && o.Map("metadata")!.Text("name") is ("web" or "worker")),
            o => Assert.Null(o.Map("spec")!["replicas"]));
    }
}
