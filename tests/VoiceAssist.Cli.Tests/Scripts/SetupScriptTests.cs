using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Scripts;

[Collection("scripts")]
[UnsupportedOSPlatform("windows")]
public sealed partial class SetupScriptTests
{
    private const string Space = "voiceassist-dev";

    public SetupScriptTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the scripts are for bash");

    [Fact]
    public async Task The_scripts_are_valid_and_shellcheck_finds_nothing()
    {
        string[] scripts = [Script.Path, Path.Combine(Repository.Tree, "lib", "records.sh"), Path.Combine(Repository.Tree, "lib", "verify.sh"), Path.Combine(Repository.Root, "tests", "VoiceAssist.Cli.Tests", "Scripts", "fake-kubectl.sh")];
        foreach (var script in scripts)
        {
            Assert.Equal(new CliRun(0, "", ""), await Script.RunAsync("bash", ["-n", script], new Dictionary<string, string?>()));
        }

        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(Path.Combine(f, "shellcheck"))), "shellcheck is not installed");
        Assert.Equal("", (await Script.RunAsync("shellcheck", ["-x", "-P", Repository.Tree, .. scripts], new Dictionary<string, string?>())).Output);
    }

    [Theory]
    [InlineData("help", 0, "Usage: setup-hpa.sh [install|verify|rollback|help] ENV")]
    [InlineData("--help", 0, "Usage:")]
    [InlineData("", 2, "Usage:")]
    [InlineData("install", 2, "Which environment?")]
    [InlineData("nowhere", 2, "there are dev prod staging")]
    [InlineData("install dev prod", 2, "One environment at a time")]
    [InlineData("dev --force", 2, "Option '--force' is not known")]
    [InlineData("dev --context", 2, "--context needs a name")]
    public async Task Arguments_are_understood_or_refused(string arguments, int code, string expected)
    {
        using var kubectl = new FakeKubectl();
        var run = await kubectl.RunAsync(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(expected, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Empty(kubectl.Calls);
    }

    [Theory]
    [InlineData("dev --yes", "voiceassist setup dev --tree {tree} --yes")]
    [InlineData("install prod --context eu --with-metrics-server", "voiceassist setup prod --tree {tree} --context eu --with-metrics-server")]
    [InlineData("verify staging", "voiceassist verify staging --tree {tree}")]
    [InlineData("rollback dev --yes --delete-data", "voiceassist rollback dev --tree {tree} --yes --delete-data")]
    public async Task The_command_is_called_where_it_is_installed(string arguments, string call)
    {
        using var kubectl = new FakeKubectl();
        kubectl.AddProgram("voiceassist");
        Assert.Equal(0, (await kubectl.RunAsync(arguments, kubectlOnly: false)).Code);
        Assert.Equal([call.Replace("{tree}", Repository.Tree, StringComparison.Ordinal)], kubectl.Calls);
    }

    [Fact]
    public async Task Prod_needs_a_named_context()
    {
        using var kubectl = new FakeKubectl();
        kubectl.Answer("config current-context", "somewhere");
        var run = await kubectl.RunAsync("prod --yes");
        Assert.Equal(2, run.Code);
        Assert.Contains("name the context with --context somewhere", run.Error, StringComparison.Ordinal);
        Assert.Equal(["config current-context"], kubectl.Calls);
    }

    [Fact]
    public async Task No_cluster_is_said_in_one_line()
    {
        using var kubectl = new FakeKubectl();
        kubectl.Answer("get --raw /version", "The connection to the server was refused", 1);
        var run = await kubectl.RunAsync("dev --yes");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal("No cluster: The connection to the server was refused\n", run.Error);
    }

    [Fact]
    public async Task A_new_namespace_is_made_tried_recorded_and_applied_in_this_order()
    {
        using var kubectl = new FakeKubectl();
        kubectl.Answer("get namespace", "", 1);
        kubectl.Answer("get secret voiceassist-secrets", "", 1);
        var run = await kubectl.RunAsync("dev --yes");
        Assert.Equal(0, run.Code);
        var writes = kubectl.Calls.Where(c => c.Split(' ')[0] is "create" or "apply" or "annotate" or "delete").Select(c => c.Replace(Repository.Tree, "TREE", StringComparison.Ordinal)).ToList();
        Assert.Equal("create --filename -", writes[0]);
        Assert.Contains($"kind: Namespace\nmetadata:\n  name: {Space}\n", kubectl.Input, StringComparison.Ordinal);
        Assert.Contains("--dry-run=server", writes[1], StringComparison.Ordinal);
        Assert.Contains("record.yaml", writes[2], StringComparison.Ordinal);
        Assert.Equal("create --filename -", writes[3]);
        Assert.Equal("apply --server-side --field-manager voiceassist --filename TREE/rendered/dev.yaml", writes[4]);
        Assert.Equal($"annotate secret voiceassist-setup-0001 --namespace {Space} --overwrite voiceassist.dev/state=complete", writes[5]);
        Assert.Matches("voiceassist-postgres-password: \"[0-9a-f]{48}\"", kubectl.Input);
        Assert.DoesNotContain("password", string.Join('\n', kubectl.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_as_published_is_not_touched()
    {
        using var kubectl = new FakeKubectl();
        var run = await kubectl.RunAsync("dev --yes");
        Assert.Contains("nothing to change", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(kubectl.Calls, c => c.StartsWith("apply", StringComparison.Ordinal) || c.StartsWith("create", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("autoscaling.k8s.io", "without-vpa")]
    [InlineData("monitoring.coreos.com", "without-prometheus-operator")]
    [InlineData("autoscaling.k8s.io monitoring.coreos.com", "without-prometheus-operator without-vpa")]
    [InlineData("custom.metrics.k8s.io", "without-custom-metrics")]
    [InlineData("external.metrics.k8s.io", "without-external-metrics")]
    [InlineData("custom.metrics.k8s.io external.metrics.k8s.io", "resource-metrics-only")]
    [InlineData("monitoring.coreos.com external.metrics.k8s.io", "without-prometheus-operator without-external-metrics")]
    [InlineData("keda.sh metrics.k8s.io", "")]
    public async Task What_the_cluster_lacks_is_left_out_each_by_itself(string lacking, string components)
    {
        using var kubectl = new FakeKubectl();
        foreach (var group in lacking.Split(' '))
        {
            kubectl.Answer($"get --raw /apis/{group}/", "", 1);
        }

        var run = await kubectl.RunAsync("dev --yes");
        Assert.Equal(lacking.Split(' ').Order(), Absent().Matches(run.Output).Select(m => m.Groups["group"].Value).Order());
        Assert.Equal(components.Split(' ', StringSplitOptions.RemoveEmptyEntries), Component().Matches(kubectl.Input).Select(m => m.Groups["name"].Value));
        Assert.Equal(components.Length > 0, run.Output.Contains("Left out: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pdb", "web|1|2|1|2|", "ok PodDisruptionBudget web: 1 of 2 pods may be disrupted, 2 healthy of 1 needed")]
    [InlineData("pdb", "web|0|1|1|1|Blocks a drain of its node on purpose: why", "ok PodDisruptionBudget web: 0 of 1 pods may be disrupted, 1 healthy of 1 needed; blocks a drain on purpose")]
    [InlineData("pdb", "web|0|1|1|1|", "BROKEN PodDisruptionBudget web: 0 of 1 pods may be disrupted, 1 healthy of 1 needed: a drain waits for ever")]
    [InlineData("pdb", "web|0|0|1|1|on purpose", "BROKEN PodDisruptionBudget web: 0 of 1 pods may be disrupted, 0 healthy of 1 needed")]
    [InlineData("pdb", "web|||||", "BROKEN PodDisruptionBudget web: its selector finds no pod")]
    [InlineData("vpa", "web|RecommendationProvided=True |server 250m / 256Mi; ", "ok VerticalPodAutoscaler web: server 250m / 256Mi")]
    [InlineData("vpa", "web|RecommendationProvided=False |", "BROKEN VerticalPodAutoscaler web: no recommendation yet; the recommender needs a few minutes of metrics")]
    [InlineData("vpa", "web||", "BROKEN VerticalPodAutoscaler web: no recommendation yet; the recommender needs a few minutes of metrics")]
    [InlineData("vpa", "web|NoPodsMatched=True RecommendationProvided=True |server 1 / 1Gi; ", "BROKEN VerticalPodAutoscaler web: NoPodsMatched=True RecommendationProvided=True ")]
    [InlineData("hpa", "web|AbleToScale=True ScalingActive=True ", "ok HorizontalPodAutoscaler web: AbleToScale=True ScalingActive=True ")]
    [InlineData("hpa", "web|", "BROKEN HorizontalPodAutoscaler web: its controller has not looked at it yet")]
    public async Task Verify_judges_each_object_with_evidence(string kind, string state, string expected)
    {
        using var kubectl = new FakeKubectl();
        kubectl.Answer($"--namespace {Space} rollout status", "successfully rolled out");
        kubectl.Answer($"get {kind}", state + "\n");
        var run = await kubectl.RunAsync("verify dev");
        Assert.Contains(expected, run.Output.Split('\n'));
        Assert.Equal(expected.StartsWith("ok", StringComparison.Ordinal) ? 0 : 1, run.Code);
    }

    [Theory]
    [InlineData("hpa")]
    [InlineData("pdb")]
    [InlineData("vpa")]
    public async Task What_cannot_be_listed_does_not_hold(string kind)
    {
        using var kubectl = new FakeKubectl();
        kubectl.Answer($"--namespace {Space} rollout status", "successfully rolled out");
        kubectl.Answer($"get {kind}", "", 1);
        var run = await kubectl.RunAsync("verify dev");
        Assert.Equal(1, run.Code);
        Assert.Contains($"BROKEN {kind}: cannot be listed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_without_a_setup_says_so()
    {
        using var kubectl = new FakeKubectl();
        var run = await kubectl.RunAsync("rollback dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("no setup to roll back", run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^  (?<group>\S+): absent$", RegexOptions.Multiline)]
    private static partial Regex Absent();

    [GeneratedRegex(@"^- \S*/components/(?<name>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Component();
}
