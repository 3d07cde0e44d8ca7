using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.Cli.Tests.Scripts;

/// <summary>The script with the kubectl of this machine against the API server of the tests, and the command with the records it leaves.</summary>
[Collection("scripts")]
public sealed class RealKubectlTests
{
    private const string MadeByHand = """{"apiVersion":"v1","kind":"Service","metadata":{"name":"voiceassist-server","annotations":{"mine":"yes"}},"spec":{"type":"ClusterIP"}}""";

    public RealKubectlTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the scripts are for bash");

    [Fact]
    public async Task What_the_script_sets_up_the_script_rolls_back()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"autoscaling-config-95ddmh57mm"},"data":{"mine":"yes"}}""");
        cluster.Make(MadeByHand);
        var before = Names(cluster);
        var setup = await RunAsync(cluster, "dev --yes");
        Assert.True(setup.Code == 0, setup.Error + setup.Output);
        Assert.Equal("debug", (string?)cluster.Get("ConfigMap", "autoscaling-config-95ddmh57mm")["data"]!["LOG_LEVEL"]);
        var given = MakeAnew(cluster, MadeByHand);
        var rollback = await RunAsync(cluster, "rollback dev --yes");
        Assert.True(rollback.Code == 0, rollback.Error + rollback.Output);
        Assert.Equal(before, Names(cluster));
        AssertRestored(cluster, given);
        Assert.Equal("""{"mine":"yes"}""", cluster.Get("ConfigMap", "autoscaling-config-95ddmh57mm")["data"]!.ToJsonString());
    }

    [Fact]
    public async Task What_the_script_sets_up_the_command_rolls_back()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        var before = Names(cluster);
        Assert.Equal(0, (await RunAsync(cluster, "dev --yes")).Code);
        var rollback = await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.True(rollback.Code == 0, rollback.Error + rollback.Output);
        Assert.Equal(before, Names(cluster));
    }

    [Fact]
    public async Task What_the_command_sets_up_the_script_rolls_back()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        var service = MadeByHand.Replace("\"ClusterIP\"", """
            "NodePort","ports":[{"port":8000,"nodePort":30777}]
            """, StringComparison.Ordinal);
        cluster.Make(service);
        var before = Names(cluster);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --force")).Code);
        var given = MakeAnew(cluster, service);
        var rollback = await RunAsync(cluster, "rollback dev --yes");
        Assert.True(rollback.Code == 0, rollback.Error + rollback.Output);
        Assert.Equal(before, Names(cluster));
        AssertRestored(cluster, given);
    }

    [Fact]
    public async Task Metrics_Server_is_recorded_with_the_rest()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.MakeSpace("kube-system");
        cluster.Silence("/apis/metrics.k8s.io/v1beta1");
        var before = Names(cluster);
        var setup = await RunAsync(cluster, "dev --yes --with-metrics-server");
        Assert.True(setup.Code == 0, setup.Error + setup.Output);
        Assert.Equal("kube-system", (string?)cluster.Get("Deployment", "metrics-server", "kube-system")["metadata"]!["namespace"]);
        var rollback = await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.True(rollback.Code == 0, rollback.Error + rollback.Output);
        Assert.Equal(before, Names(cluster));
    }

    [Fact]
    public async Task The_script_leaves_out_only_what_the_cluster_lacks()
    {
        await using var cluster = await KubernetesApi.StartAsync("1.36", ApiResource.VerticalPodAutoscaler);
        cluster.RunBy();
        cluster.Answer("/apis/custom.metrics.k8s.io/v1beta2", new JsonObject());
        var run = await RunAsync(cluster, "dev --yes");
        Assert.True(run.Code == 0, run.Error + run.Output);
        Assert.Equal(["cpu", "memory", "Pods"], Metrics("voiceassist-server-hpa"));
        Assert.Equal(["cpu", "memory"], Metrics("voiceassist-worker-hpa"));
        Assert.Equal("Off", (string?)cluster.Get("VerticalPodAutoscaler", "voiceassist-server-vpa")["spec"]!["updatePolicy"]!["updateMode"]);
        Assert.DoesNotContain(cluster.Objects.All().Keys, k => k.StartsWith("ServiceMonitor", StringComparison.Ordinal));

        IEnumerable<string?> Metrics(string name) => cluster.Get("HorizontalPodAutoscaler", name)["spec"]!["metrics"]!.AsArray().Select(m => (string?)(m!["resource"]?["name"] ?? m["type"]));
    }

    // With its own ports and addresses, which it could not exchange for those that the first one had.
    private static JsonNode MakeAnew(KubernetesApi cluster, string service)
    {
        cluster.Objects.Delete(cluster.Resource("Service"), Clusters.Dev, "voiceassist-server", dryRun: false);
        cluster.Make(service.Replace("yes", "no", StringComparison.Ordinal).Replace("30777", "30888", StringComparison.Ordinal));
        return cluster.Get("Service", "voiceassist-server")["spec"]!;
    }

    private static void AssertRestored(KubernetesApi cluster, JsonNode given)
    {
        var restored = cluster.Get("Service", "voiceassist-server");
        Assert.Equal("yes", (string?)restored["metadata"]!["annotations"]!["mine"]);
        Assert.Equal(Allocated(given), Allocated(restored["spec"]!));

        static (string?, int?) Allocated(JsonNode spec) => ((string?)spec["clusterIP"], (int?)spec["ports"]?[0]!["nodePort"]);
    }

    private static List<string> Names(KubernetesApi cluster) => [.. cluster.Objects.All().Keys.Where(k => !k.StartsWith("Secret", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Task<CliRun> RunAsync(KubernetesApi cluster, string arguments) => Script.RunAsync("bash", [Script.Path, .. arguments.Split(' ')], RealKubectl.Variables(cluster));
}
