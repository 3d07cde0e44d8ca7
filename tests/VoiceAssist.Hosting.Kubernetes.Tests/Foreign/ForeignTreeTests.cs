using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Foreign;

/// <summary>The published tree of an app that has nothing to do with this repository.</summary>
public class ForeignTreeTests
{
    [Fact]
    public async Task No_name_of_ours_is_in_it()
    {
        var files = (await PublishAsync()).Files;

        Assert.DoesNotContain(files, f => $"{f.Key}\n{f.Value}".Contains("voiceassist", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_checks_let_it_pass() => Assert.Empty((await PublishAsync()).Check().Errors);

    [Fact]
    public async Task Every_workload_is_complete()
    {
        var objects = Names(YamlReader.Read((await PublishAsync()).Files["rendered/live.yaml"]));

        Assert.Superset(
            new HashSet<string>(
            [
                "Namespace/shop-live", "StatefulSet/broker", "Deployment/catalog", "Deployment/basket", "Deployment/front",
                "Service/broker", "Service/catalog", "Service/basket", "Service/front",
                "HorizontalPodAutoscaler/catalog-hpa", "HorizontalPodAutoscaler/basket-hpa", "HorizontalPodAutoscaler/front-hpa",
                "PodDisruptionBudget/broker-pdb", "PodDisruptionBudget/catalog-pdb", "PodDisruptionBudget/basket-pdb", "PodDisruptionBudget/front-pdb",
                "VerticalPodAutoscaler/front-vpa", "ServiceMonitor/broker-metrics", "Ingress/front", "ResourceQuota/shop-quota",
                "NetworkPolicy/broker", "NetworkPolicy/catalog", "NetworkPolicy/basket", "NetworkPolicy/front",
            ]),
            objects.ToHashSet());
    }

    [Fact]
    public async Task Kustomize_gives_every_environment()
    {
        Kubectl.Require();
        var files = (await PublishAsync()).Files;
        using var tree = new TemporaryDirectory().With(files);

        foreach (var environment in ForeignShop.Environments)
        {
            Assert.Equal(files[$"rendered/{environment}.yaml"], Kubectl.Kustomize(tree.Full($"overlays/{environment}")));
        }
    }

    private static async Task<AppTree> PublishAsync()
    {
        using var projects = new TemporaryDirectory();
        return await AppTree.OfAsync(new ForeignShop(projects).Build);
    }

    private static IEnumerable<string> Names(IEnumerable<MapNode> objects) => objects.Select(o => $"{o.Text("kind")}/{o.Map("metadata")!.Text("name")}");
}
