using k8s;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;
using VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Strict;

/// <summary>Every object of the published tree, as those read it who refuse what they do not know.</summary>
public class StrictTests
{
    /// <summary>The one kind for which there is no package.</summary>
    private const string WithoutSchema = "no schema: autoscaling.k8s.io/v1 VerticalPodAutoscaler";

    /// <summary>The tree in the repository, of another model than the tests' own.</summary>
    private const string Committed = "committed";

    /// <summary>A workload with an Ingress here and an HTTPRoute there.</summary>
    private const string Exposed = "exposed";

    private static readonly Dictionary<string, Type> CustomTypes = new()
    {
        [$"{HttpRoute.KubeGroup}/{HttpRoute.KubeApiVersion}/{HttpRoute.KubeKind}"] = typeof(HttpRoute),
        [$"{KedaScaledObject.KubeGroup}/{KedaScaledObject.KubeApiVersion}/{KedaScaledObject.KubeKind}"] = typeof(KedaScaledObject),
        [$"{PrometheusRule.KubeGroup}/{PrometheusRule.KubeApiVersion}/{PrometheusRule.KubeKind}"] = typeof(PrometheusRule),
        [$"{ServiceMonitor.KubeGroup}/{ServiceMonitor.KubeApiVersion}/{ServiceMonitor.KubeKind}"] = typeof(ServiceMonitor),
        [$"{VerticalPodAutoscaler.KubeGroup}/{VerticalPodAutoscaler.KubeApiVersion}/{VerticalPodAutoscaler.KubeKind}"] = typeof(VerticalPodAutoscaler),
    };

    [Theory]
    [InlineData(nameof(MetricsBackend.PrometheusAdapter))]
    [InlineData(nameof(MetricsBackend.Keda))]
    [InlineData(Exposed)]
    [InlineData(Committed)]
    public async Task KubernetesClient_knows_every_field(string backend)
    {
        var documents = Documents(await FilesAsync(backend)).ToArray();

        Assert.All(documents, d => Assert.Single(KubernetesYaml.LoadAllFromString(d.Text, CustomTypes, strict: true)));
        Assert.Contains(documents, d => d.File.StartsWith("overlays/", StringComparison.Ordinal));
    }

    [Fact]
    public void KubernetesClient_refuses_a_field_it_does_not_know() => Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(
        "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  maxReplica: 3\n", CustomTypes, strict: true));

    [Theory]
    [InlineData(nameof(MetricsBackend.PrometheusAdapter))]
    [InlineData(nameof(MetricsBackend.Keda))]
    [InlineData(Exposed)]
    [InlineData(Committed)]
    public async Task Types_and_required_fields_are_those_of_the_schemas(string backend)
    {
        // A patch is no complete object; what it makes of the base is in rendered/.
        var objects = Documents(await FilesAsync(backend)).Where(d => !d.File.StartsWith("overlays/", StringComparison.Ordinal) && !d.File.StartsWith("components/", StringComparison.Ordinal));

        var errors = await KubernetesModels.ValidateAsync(string.Join("---\n", objects.Select(o => o.Text)));

        Assert.Equal([WithoutSchema], errors.Distinct());
    }

    [Fact]
    public async Task The_schemas_refuse_a_wrong_type_and_a_missing_field() => Assert.Equal(
        ["HorizontalPodAutoscaler/web: data/spec must have required property scaleTargetRef, data/spec/maxReplicas must be integer"],
        await KubernetesModels.ValidateAsync("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: \"3\"\n"));

    private static async Task<IReadOnlyDictionary<string, string>> FilesAsync(string backend) => backend switch
    {
        Committed => CommittedTree.Files,
        Exposed => (await AppTree.OfAsync(builder =>
        {
            MissionModel.Build(builder);
            builder.AddContainer("web", "web", "1").WithHttpEndpoint(targetPort: 8080, name: "http").WithExternalHttpEndpoints()
                .WithExposure(e => e.Ingress("shop.example", "nginx", "shop-tls").In("prod", p => p.HttpRoute("shop.example", "edge/public")));
        })).Files,
        _ => (await AppTree.OfAsync(builder => MissionModel.Build(builder, c => c.Metrics(Enum.Parse<MetricsBackend>(backend))))).Files,
    };

    /// <summary>The Kubernetes objects and patches of a tree.</summary>
    private static IEnumerable<(string File, string Text)> Documents(IReadOnlyDictionary<string, string> files) =>
        from file in files
        where file.Key.EndsWith(".yaml", StringComparison.Ordinal)
        from document in file.Value.Split("\n---\n")
        where document.Contains("\nkind: ", StringComparison.Ordinal) && !document.Contains("kustomize.config.k8s.io", StringComparison.Ordinal)
        select (file.Key, document + "\n");
}
