using VoiceAssist.Hosting.Kubernetes.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Aspirate;

/// <summary>Directories that are not aspirate's.</summary>
public sealed class AspirateReaderTests
{
    private static readonly string[] Workloads = ["db", "cache", "shop-mail", "worker", "web"];

    private static readonly Dictionary<string, Action<Dictionary<string, string>>> Changes = new()
    {
        ["nothing in it"] = f => f.Clear(),
        ["a chart"] = f =>
        {
            f.Clear();
            f["Chart/Chart.yaml"] = "name: AspireProject\n";
        },
        ["no resources"] = f => f["kustomization.yaml"] = "generatorOptions: {}\n",
        ["a missing directory"] = f => f.Keys.Where(k => k.StartsWith("web/", StringComparison.Ordinal)).ToList().ForEach(k => f.Remove(k)),
        ["a resource not named"] = f => f["kustomization.yaml"] = f["kustomization.yaml"].Replace("- web\n", "", StringComparison.Ordinal),
        ["a foreign resource"] = f =>
        {
            f["kustomization.yaml"] = f["kustomization.yaml"].Replace("- web\n", "- web\n- old\n", StringComparison.Ordinal);
            f["old/kustomization.yaml"] = "resources: []\n";
        },
        ["no deployment"] = f => f["web/deployment.yaml"] = "",
        ["no service file"] = f => f.Remove("web/service.yaml"),
        ["another selector"] = f => f["web/deployment.yaml"] = f["web/deployment.yaml"].Replace("      app: web\n  strategy", "      name: web\n  strategy", StringComparison.Ordinal),
        ["secrets by password"] = f => f["web/kustomization.yaml"] += "\nsecretGenerator:\n- name: web-secrets\n  envs:\n    - .web.secrets\n",
        ["a value that breaks YAML"] = f => f["web/kustomization.yaml"] = f["web/kustomization.yaml"].Replace("    - HTTP_PORTS", "    - KEY=hidden: value\n    - HTTP_PORTS", StringComparison.Ordinal),
        ["no YAML"] = f => f["web/deployment.yaml"] = "kind: *nowhere\n",
        ["no object"] = f => f["web/service.yaml"] = "a: b\n",
    };

    [Theory]
    [InlineData("nothing in it", "kustomization.yaml is missing")]
    [InlineData("a chart", "--output-format kustomize")]
    [InlineData("no resources", "kustomization.yaml names no resources")]
    [InlineData("a missing directory", "web is missing")]
    [InlineData("a resource not named", "names no directory 'web'")]
    [InlineData("a foreign resource", "'old' is no workload")]
    [InlineData("no deployment", "neither a Deployment (deployment.yaml) nor a StatefulSet")]
    [InlineData("no service file", "web/service.yaml is missing")]
    [InlineData("another selector", "is not 'app: web'")]
    [InlineData("secrets by password", "web/.web.secrets is missing")]
    [InlineData("a value that breaks YAML", "beginning with 'KEY'")]
    [InlineData("no YAML", "web/deployment.yaml, line 1")]
    [InlineData("no object", "web/service.yaml holds a document without")]
    public async Task A_directory_that_is_not_aspirates_is_refused_with_what_is_wrong(string change, string message)
    {
        var files = new Dictionary<string, string>(await AspirateShop.GenerateAsync(), StringComparer.Ordinal);
        Changes[change](files);
        using var directory = new TemporaryDirectory().With(files);

        var error = Assert.Throws<DistributedApplicationException>(() => AspirateReader.Read(directory.Path, Workloads));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was written", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aspirate", "cycle detected")]
    [InlineData("aspirate/k8s", "cycle detected")]
    [InlineData(".", null)]
    [InlineData("k8s", null)]
    public async Task Overlays_do_not_lie_in_their_base(string output, string? message)
    {
        using var directory = await AspirateShop.PublishAsync();
        var (@base, _) = await AspirateShop.ReadAsync(directory.Full("aspirate"));

        var error = Record.Exception(() => @base.Under(directory.Full(output)));

        Assert.Equal(message is not null, error is DistributedApplicationException);
        Assert.Contains(message ?? "", error?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_where_the_tree_is_written_is_refused()
    {
        using var directory = new TemporaryDirectory().With((await AspirateShop.GenerateAsync()).Select(f => KeyValuePair.Create("base/" + f.Key, f.Value)));
        var (@base, _) = await AspirateShop.ReadAsync(directory.Full("base"));

        Assert.Contains("is where 'base' of the published tree is written", Assert.Throws<DistributedApplicationException>(() => @base.Under(directory.Path)).Message, StringComparison.Ordinal);
    }
}
