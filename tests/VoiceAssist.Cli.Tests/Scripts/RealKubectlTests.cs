using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Scripts;

/// <summary>The script with the kubectl of this machine against the API server of the tests, and the command with the records it leaves.</summary>
[Collection("scripts")]
public sealed class RealKubectlTests
{
    public RealKubectlTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the scripts are for bash");

    [Fact]
    public async Task What_the_script_sets_up_the_script_rolls_back()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"autoscaling-config-95ddmh57mm"},"data":{"mine":"yes"}}""");
        var before = Names(cluster);
        var setup = await RunAsync(cluster, "dev --yes");
        Assert.True(setup.Code == 0, setup.Error + setup.Output);
        Assert.Equal("debug", (string?)cluster.Get("ConfigMap", "autoscaling-config-95ddmh57mm")["data"]!["LOG_LEVEL"]);
        var rollback = await RunAsync(cluster, "rollback dev --yes");
        Assert.True(rollback.Code == 0, rollback.Error + rollback.Output);
        Assert.Equal(before, Names(cluster));
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
        var before = Names(cluster);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes")).Code);
        var rollback = await RunAsync(cluster, "rollback dev --yes");
        Assert.True(rollback.Code == 0, rollback.Error + rollback.Output);
        Assert.Equal(before, Names(cluster));
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

    private static List<string> Names(KubernetesApi cluster) => [.. cluster.Objects.All().Keys.Where(k => !k.StartsWith("Secret", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Task<CliRun> RunAsync(KubernetesApi cluster, string arguments) => Script.RunAsync("bash", [Script.Path, .. arguments.Split(' ')], RealKubectl.Variables(cluster));
}
