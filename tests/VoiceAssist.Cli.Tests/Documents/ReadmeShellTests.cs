using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Scripts;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>What README.md says of kubectl is run by a shell with the kubectl of this machine, against the API server of the tests; its scripts, too.</summary>
[Collection("scripts")]
[UnsupportedOSPlatform("windows")]
public sealed class ReadmeShellTests
{
    private const string Space = "voiceassist-prod";
    private const string Context = "prod-eu";

    /// <summary>Who runs what begins so.</summary>
    private static readonly IReadOnlyDictionary<string, string> Runners = new Dictionary<string, string>
    {
        ["voiceassist "] = nameof(ReadmeVoiceassistTests),
        ["kubectl "] = nameof(By_hand_it_is_installed_and_looked_at),
        ["API_KEY="] = nameof(By_hand_it_is_installed_and_looked_at),
        ["./setup-hpa.sh "] = nameof(The_setup_script_installs_and_rolls_back),
        ["./test-autoscaling.sh "] = nameof(The_load_test_script_runs),
        ["dotnet run --project VoiceAssist.AppHost -- "] = "ReadmePublishTests of VoiceAssist.AppHost.Tests",
        ["dotnet publish VoiceAssist.Cli "] = nameof(ReadmeImageTests),
    };

    public ReadmeShellTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the README's shell is bash");

    [Fact]
    public void Every_command_has_somebody_who_runs_it()
    {
        Assert.NotEmpty(ReadmeCommands.All);
        Assert.All(ReadmeCommands.All, command => Assert.Single(Runners.Keys, start => command.StartsWith(start, StringComparison.Ordinal)));
        Assert.All(Runners.Keys, start => Assert.NotEmpty(ReadmeCommands.Of(start)));
    }

    [Fact]
    public async Task By_hand_it_is_installed_and_looked_at()
    {
        using var folder = new ReadmeFolder();
        await using var cluster = await Clusters.FullAsync();
        var variables = RealKubectl.Variables(cluster);
        cluster.MakeSpace("kube-system");
        foreach (var api in new[] { "custom", "external" })
        {
            cluster.Make($$$"""{"apiVersion":"apiregistration.k8s.io/v1","kind":"APIService","metadata":{"name":"v1beta1.{{{api}}}.metrics.k8s.io"},"spec":{"group":"{{{api}}}.metrics.k8s.io","version":"v1beta1"}}""");
        }

        cluster.Answer("/apis/metrics.k8s.io/v1beta1", JsonNode.Parse("""{"kind":"APIResourceList","groupVersion":"metrics.k8s.io/v1beta1","resources":[{"name":"nodes","namespaced":false,"kind":"NodeMetrics","verbs":["get","list"]}]}""")!);
        cluster.Answer("/apis/metrics.k8s.io/v1beta1/nodes", JsonNode.Parse("""{"kind":"NodeMetricsList","apiVersion":"metrics.k8s.io/v1beta1","items":[{"metadata":{"name":"node-1"},"timestamp":"2026-03-01T12:00:00Z","window":"15s","usage":{"cpu":"1","memory":"1Gi"}}]}""")!);
        cluster.Make("""{"apiVersion":"v1","kind":"Node","metadata":{"name":"node-1"},"status":{"allocatable":{"cpu":"8","memory":"32Gi"}}}""");
        cluster.Answer($"/apis/external.metrics.k8s.io/v1beta1/namespaces/{Space}/voiceassist_queue_depth", new JsonObject { ["items"] = new JsonArray() });
        string[] kubectl = [.. ReadmeCommands.All.Where(c => c.StartsWith("kubectl ", StringComparison.Ordinal) || c.StartsWith("API_KEY=", StringComparison.Ordinal)).Select(Runnable)];

        // What is there to look at is installed first.
        var installing = kubectl.Where(c => c.Contains("API_KEY", StringComparison.Ordinal) || c.Contains("create ", StringComparison.Ordinal) || c.Contains("-k ", StringComparison.Ordinal)).ToList();
        var run = await folder.ShellAsync(string.Join('\n', [.. installing, .. kubectl.Except(installing)]), variables);

        Assert.True(run.Code == 0, run.Error + run.Output);
        Assert.Equal("voiceassist-server-hpa", (string?)cluster.Get("HorizontalPodAutoscaler", "voiceassist-server-hpa", Space)["metadata"]!["name"]);
        var secret = cluster.Get("Secret", "voiceassist-secrets", Space)["data"]!.AsObject();
        Assert.Equal(["voiceassist-api-keys", "voiceassist-postgres-password", "voiceassist-redis-password"], secret.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Matches("^first-client=[0-9a-f]{64}$", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)secret["voiceassist-api-keys"]!)));
        Assert.NotNull(cluster.Get("Deployment", "metrics-server", "kube-system"));
    }

    [Fact]
    public async Task The_components_go_over_an_overlay_as_shown()
    {
        using var folder = new ReadmeFolder();
        var shown = ReadmeCommands.Text.Split("```yaml\n")[1].Split("```")[0];
        Directory.CreateDirectory(Path.Combine(folder.Tree, "mine"));
        await File.WriteAllTextAsync(Path.Combine(folder.Tree, "mine", "kustomization.yaml"), shown, TestContext.Current.CancellationToken);
        await using var cluster = await Clusters.BareAsync();

        var run = await folder.ShellAsync("kubectl kustomize mine", RealKubectl.Variables(cluster));

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("kind: HorizontalPodAutoscaler", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kind: VerticalPodAutoscaler", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("type: External", run.Output, StringComparison.Ordinal);
    }

    // With somebody at a terminal who says yes, as the README has it.
    [Fact]
    public async Task The_setup_script_installs_and_rolls_back()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "the program 'script', which stands for a terminal, is not installed");
        using var folder = new ReadmeFolder();
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace(Space);
        await File.WriteAllTextAsync(cluster.Kubeconfig, Contexts.Kubeconfig(cluster.Address, Context), TestContext.Current.CancellationToken);
        var before = cluster.Objects.All().Keys.Order(StringComparer.Ordinal).ToList();

        var installed = false;
        foreach (var command in ReadmeCommands.Of("./setup-hpa.sh "))
        {
            var run = await folder.ShellAsync($"printf 'y\\n%.0s' {{1..9}} | script --quiet --return --flush --command '{command}' /dev/null", RealKubectl.Variables(cluster));

            Assert.True(run.Code == 0, $"{command}: {run.Error}{run.Output}");
            installed |= cluster.Objects.All().Keys.Any(k => k.Contains("voiceassist-server-hpa", StringComparison.Ordinal));
        }

        Assert.True(installed);
        Assert.Equal(before, cluster.Objects.All().Keys.Where(k => !k.StartsWith("Secret", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_load_test_script_runs()
    {
        using var folder = new ReadmeFolder();
        using var kubectl = new FakeKubectl();
        kubectl.PrepareLoadTest("staging");
        var command = Assert.Single(ReadmeCommands.Of("./test-autoscaling.sh "));
        Assert.Contains(" --for 10m --cool-down 5m", command, StringComparison.Ordinal);

        var run = await folder.ShellAsync(command.Replace("10m", "2s", StringComparison.Ordinal).Replace("5m", "1s", StringComparison.Ordinal), kubectl.Variables());

        Assert.True(run.Code == 0, run.Error + run.Output);
        Assert.True(File.Exists(Path.Combine(Assert.Single(Directory.GetDirectories(folder.Reports)), "report.md")));
    }

    private static string Runnable(string command) => command switch
    {
        // It ends with 1 where it shows a difference.
        _ when command.StartsWith("kubectl diff ", StringComparison.Ordinal) => $"{command} || test $? -eq 1",
        _ when command.Contains("overlays/ENV", StringComparison.Ordinal) => string.Join('\n', new[] { "dev", "staging", "prod" }.Select(e => command.Replace("ENV", e, StringComparison.Ordinal) + $" | diff - <(grep -v '^#' rendered/{e}.yaml)")),
        _ => command,
    };
}
