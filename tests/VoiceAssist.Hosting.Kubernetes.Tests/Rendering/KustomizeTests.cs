using CsCheck;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>What the real kubectl makes of the tree.</summary>
public class KustomizeTests
{
    [Fact]
    public async Task Every_overlay_gives_the_rendered_environment_to_the_byte()
    {
        Kubectl.Require();
        var files = await SampleTree.RenderAsync();
        using var tree = new TemporaryDirectory().With(files);
        foreach (var environment in SampleModel.Environments)
        {
            Assert.Equal(files[$"rendered/{environment}.yaml"], Kubectl.Kustomize(tree.Full($"overlays/{environment}")));
        }
    }

    [Fact]
    public async Task The_base_gives_the_base_plan_from_the_top_and_from_its_own_directory()
    {
        Kubectl.Require();
        var plans = await SampleTree.PlanAsync();
        using var tree = new TemporaryDirectory().With(PublishedTree.Of(plans));
        var expected = YamlWriter.Write(RenderedObjects.Of(plans[0], PlacedObject.Of(plans[0])), YamlStyle.Kustomize);
        Assert.Equal(expected, Kubectl.Kustomize(tree.Path));
        Assert.Equal(expected, Kubectl.Kustomize(tree.Full("base")));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Resource_metrics_only_leaves_the_other_metrics_and_everything_else(string environment)
    {
        var objects = await WithComponentAsync(environment, "resource-metrics-only");
        Assert.All(
            objects.Component.Where(o => o.Text("kind") == "HorizontalPodAutoscaler"),
            o => Assert.All(((ListNode)o.Map("spec")!["metrics"]!).Items, m => Assert.Equal("Resource", ((MapNode)m).Text("type"))));
        Assert.Equal(3, objects.Component.Where(o => o.Text("kind") == "HorizontalPodAutoscaler").Sum(o => ((ListNode)o.Map("spec")!["metrics"]!).Items.Count));
        Assert.Equal(Names(objects.Environment), Names(objects.Component));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Without_optional_crds_only_kinds_of_Kubernetes_itself_remain(string environment)
    {
        var objects = await WithComponentAsync(environment, "without-optional-crds");
        Assert.All(objects.Component, o => Assert.True(ObjectId.Of(o).IsBuiltIn, o.Text("kind")));
        Assert.Equal(Names(objects.Environment.Where(o => ObjectId.Of(o).IsBuiltIn)), Names(objects.Component));
    }

    [Theory]
    [InlineData("without-vpa", "VerticalPodAutoscaler", "ServiceMonitor")]
    [InlineData("without-prometheus-operator", "ServiceMonitor", "VerticalPodAutoscaler")]
    public async Task What_one_operator_lacks_the_other_keeps(string component, string gone, string kept)
    {
        var objects = await WithComponentAsync("prod", component);
        Assert.DoesNotContain(objects.Component, o => o.Text("kind") == gone);
        Assert.Contains(objects.Component, o => o.Text("kind") == kept);
        Assert.Equal(Names(objects.Environment).Where(n => !n.StartsWith(gone, StringComparison.Ordinal) && (gone != "ServiceMonitor" || !n.StartsWith("PrometheusRule", StringComparison.Ordinal))), Names(objects.Component));
    }

    [Theory]
    [InlineData("without-custom-metrics", "Pods", "External")]
    [InlineData("without-external-metrics", "External", "Pods")]
    public async Task What_one_API_of_metrics_lacks_the_other_keeps(string component, string gone, string kept)
    {
        var objects = await WithComponentAsync("prod", component);
        var types = MetricTypes(objects.Component);
        Assert.DoesNotContain(gone, types);
        Assert.Equal(MetricTypes(objects.Environment).Where(t => t != gone), types);
        Assert.True(types.Contains(kept) || !MetricTypes(objects.Environment).Contains(kept));
    }

    [Fact]
    public async Task With_Keda_the_scaled_object_gives_way_to_an_autoscaler()
    {
        Kubectl.Require();
        var files = await SampleTree.RenderAsync(cluster: c => c.Metrics(MetricsBackend.Keda));
        using var tree = new TemporaryDirectory().With(files);
        foreach (var environment in SampleModel.Environments)
        {
            Assert.Equal(files[$"rendered/{environment}.yaml"], Kubectl.Kustomize(tree.Full($"overlays/{environment}")));
            var objects = YamlReader.Read(Kubectl.Kustomize(Top(tree, environment, $"resource-metrics-only-{environment}")));
            Assert.DoesNotContain(objects, o => o.Text("kind") == "ScaledObject");
            Assert.Contains("HorizontalPodAutoscaler/worker-hpa", Names(objects));
        }
    }

    [Fact]
    public void Whatever_a_policy_changes_the_overlay_gives_the_environment()
    {
        Kubectl.Require();
        Gen.Int.Sample(
            seed =>
            {
                var files = SampleTree.RenderAsync(sample => PolicyVariation.Apply(sample, new Random(seed)), cluster => PolicyVariation.Apply(cluster, new Random(seed))).GetAwaiter().GetResult();
                using var tree = new TemporaryDirectory().With(files);
                Assert.Equal(files["rendered/prod.yaml"], Kubectl.Kustomize(tree.Full("overlays/prod")));
            },
            iter: 12,
            threads: 1);
    }

    private static async Task<(IReadOnlyList<MapNode> Environment, IReadOnlyList<MapNode> Component)> WithComponentAsync(string environment, string component)
    {
        Kubectl.Require();
        var files = await SampleTree.RenderAsync();
        using var tree = new TemporaryDirectory().With(files);
        return (YamlReader.Read(files[$"rendered/{environment}.yaml"]), YamlReader.Read(Kubectl.Kustomize(Top(tree, environment, component))));
    }

    private static IReadOnlyList<string?> MetricTypes(IEnumerable<MapNode> objects) => [.. objects
        .Where(o => o.Text("kind") == "HorizontalPodAutoscaler")
        .SelectMany(o => ((ListNode)o.Map("spec")!["metrics"]!).Items)
        .Select(m => ((MapNode)m).Text("type"))];

    /// <summary>Puts a component on top of an overlay, in a directory <c>top</c>.</summary>
    private static string Top(TemporaryDirectory tree, string environment, string component) => tree
        .With([new($"top/{environment}/kustomization.yaml", $"resources: [../../overlays/{environment}]\ncomponents: [../../components/{component}]\n")])
        .Full($"top/{environment}");

    private static string[] Names(IEnumerable<MapNode> objects) => [.. objects.Select(o => $"{o.Text("kind")}/{o.Map("metadata")!.Text("name")}")];
}
