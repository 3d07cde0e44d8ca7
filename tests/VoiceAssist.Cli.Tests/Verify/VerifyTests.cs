using System.Text.Json.Nodes;
using System.Xml.Linq;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Verify;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("Deployment", "voiceassist-server", "spec.template.spec.terminationGracePeriodSeconds", "1", "drift")]
    [InlineData("HorizontalPodAutoscaler", "voiceassist-server-hpa", "spec.maxReplicas", "99", "drift")]
    [InlineData("Deployment", "voiceassist-server", "spec.template.spec.securityContext.runAsNonRoot", "false", "security")]
    [InlineData("ConfigMap", "autoscaling-config-95ddmh57mm", "data.LOG_LEVEL", "\"trace\"", "drift")]
    public async Task A_field_changed_by_hand_is_found(string kind, string name, string path, string value, string check)
    {
        await using var cluster = await SetUpAsync();
        cluster.Objects.Touch(cluster.Resource(kind), Clusters.Dev, name, "kubectl-edit", "", o =>
        {
            var parts = path.Split('.');
            var parent = parts[..^1].Aggregate((JsonNode)o, (node, part) => node[part]!);
            parent[parts[^1]] = JsonNode.Parse(value);
        });
        var run = await CliRun.OnAsync(cluster, "verify dev");
        Assert.Equal(1, run.Code);
        Assert.Matches($@"BROKEN +{check} +{kind} {name} +published -> live: \S*{parts(path)}: ", run.Output);

        static string parts(string path) => path.Split('.')[^1];
    }

    [Fact]
    public async Task A_missing_object_is_found()
    {
        await using var cluster = await SetUpAsync();
        cluster.Objects.Delete(cluster.Resource("NetworkPolicy"), Clusters.Dev, "voiceassist-dns", dryRun: false);
        Assert.Matches(@"BROKEN +exists +NetworkPolicy voiceassist-dns +does not exist; run setup", (await CliRun.OnAsync(cluster, "verify dev")).Output);
    }

    [Theory]
    [InlineData("""{"disruptionsAllowed":0,"currentHealthy":1,"desiredHealthy":1,"expectedPods":1}""", "voiceassist-server-pdb", false)]
    [InlineData("""{"disruptionsAllowed":0,"currentHealthy":1,"desiredHealthy":1,"expectedPods":1}""", "voiceassist-postgres-pdb", true)]
    [InlineData("""{"disruptionsAllowed":0,"currentHealthy":0,"desiredHealthy":1,"expectedPods":1}""", "voiceassist-postgres-pdb", false)]
    [InlineData("""{"disruptionsAllowed":1,"currentHealthy":1,"desiredHealthy":0,"expectedPods":1}""", "voiceassist-server-pdb", true)]
    [InlineData("""{"disruptionsAllowed":0,"currentHealthy":0,"desiredHealthy":0,"expectedPods":0}""", "voiceassist-server-pdb", false)]
    public async Task A_budget_that_blocks_a_drain_is_broken_unless_it_says_so(string status, string budget, bool holds)
    {
        await using var cluster = await SetUpAsync();
        cluster.SetStatus("PodDisruptionBudget", budget, status);
        Assert.Matches($@"{(holds ? "ok" : "BROKEN")} +budget +PodDisruptionBudget {budget} ", (await CliRun.OnAsync(cluster, "verify dev")).Output);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("6", false)]
    public async Task What_others_use_of_the_quota_must_leave_room_for_the_peak(string others, bool holds)
    {
        await using var cluster = await SetUpAsync();
        cluster.SetStatus("ResourceQuota", "voiceassist-quota", $$$"""{"hard":{"requests.cpu":"7"},"used":{"requests.cpu":"{{{others}}}"}}""");
        var run = await CliRun.OnAsync(cluster, "verify dev");
        Assert.Matches(holds ? @"ok +quota +\S+ voiceassist-quota +peak and a rollout take requests.cpu \d+ %" : @"BROKEN +quota +\S+ voiceassist-quota +requests.cpu: 3.75 at the peak and 6 of others do not fit into 7", run.Output);
    }

    [Fact]
    public async Task Values_that_are_too_old_are_broken()
    {
        await using var cluster = await ShopCluster.StartAsync();
        cluster.AnswerMetrics("100m", ShopCluster.Now.AddMinutes(-10));
        var run = await CliRun.OnAsync(cluster, "verify -n shop -f tests/VoiceAssist.Cli.Tests/Verify/shop.yaml", time: ShopCluster.Clock);
        Assert.Matches(@"BROKEN +metrics +HorizontalPodAutoscaler web, cpu +newest value 600 s old, more than 180 s", run.Output);
    }

    [Fact]
    public async Task JUnit_says_what_is_broken()
    {
        await using var cluster = await SetUpAsync();
        var path = Path.Combine(Path.GetDirectoryName(cluster.Kubeconfig)!, "verify.xml");
        await CliRun.OnAsync(cluster, $"verify dev --junit {path}");
        var suite = XDocument.Load(path).Root!.Element("testsuite")!;
        Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
        Assert.Contains(suite.Elements("testcase"), c => (string?)c.Attribute("name") == "Deployment voiceassist-server" && (string?)c.Attribute("classname") == "probes");
    }

    [Theory]
    [InlineData("verify", "Give either an environment or -f PATH")]
    [InlineData("verify dev -f x.yaml", "Give either an environment or -f PATH")]
    [InlineData("verify -f nowhere.yaml", "'nowhere.yaml' does not exist")]
    [InlineData("verify nowhere", "there are dev, prod, staging")]
    [InlineData("verify dev --tree /nowhere", "--tree: '/nowhere' holds no plan")]
    public async Task Wrong_usage_ends_with_2(string command, string expected)
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, command);
        Assert.Equal(2, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<KubernetesApi> SetUpAsync()
    {
        var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        return cluster;
    }
}
