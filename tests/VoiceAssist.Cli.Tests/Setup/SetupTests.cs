using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Setup;

public sealed class SetupTests
{
    [Fact]
    public async Task An_empty_cluster_gets_everything_and_the_namespace_first()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var writes = cluster.Requests.Where(r => r.IsWrite).ToList();
        Assert.EndsWith("/namespaces/voiceassist-dev", writes[0].Path, StringComparison.Ordinal);
        Assert.Equal("voiceassist-server", (string?)cluster.Get("HorizontalPodAutoscaler", "voiceassist-server-hpa")["spec"]!["scaleTargetRef"]!["name"]);
        Assert.Equal("restricted", (string?)cluster.Get("Namespace", Clusters.Dev, "")["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"]);
        Assert.Contains("setup 1 done", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_tried_before_anything_but_the_namespace_is_written()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Denied["patch ingresses"] = true;
        cluster.Fail(new(403, r => r.Query.Contains("dryRun", StringComparison.Ordinal) && r.Path.EndsWith("statefulsets/voiceassist-postgres", StringComparison.Ordinal)));
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("StatefulSet voiceassist-postgres would be refused", run.Error, StringComparison.Ordinal);
        Assert.Contains("Done before that: Namespace voiceassist-dev created", run.Error, StringComparison.Ordinal);
        Assert.Single(cluster.Requests, r => r.IsWrite);
    }

    [Fact]
    public async Task A_second_run_writes_nothing()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        var before = cluster.Requests.Count;
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(0, run.Code);
        Assert.Contains("nothing to change", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Requests.Skip(before), r => r.IsWrite);
    }

    [Fact]
    public async Task Replicas_that_the_autoscaler_chose_are_no_difference()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        cluster.Objects.Touch(cluster.Resource("Deployment"), Clusters.Dev, "voiceassist-server", "kube-controller-manager", "scale", o => o["spec"]!["replicas"] = 3);
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Contains("nothing to change", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, (int)cluster.Get("Deployment", "voiceassist-server")["spec"]!["replicas"]!);
    }

    [Fact]
    public async Task A_bare_cluster_gets_no_custom_resources_and_no_metrics_that_nobody_answers()
    {
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Contains("Left out: 4 VerticalPodAutoscaler: the cluster does not serve autoscaling.k8s.io/v1", run.Output, StringComparison.Ordinal);
        Assert.Contains("Left out: Pods metric http_requests_per_second of voiceassist-server-hpa", run.Output, StringComparison.Ordinal);
        Assert.Contains("--with-metrics-server", run.Output, StringComparison.Ordinal);
        var types = cluster.Get("HorizontalPodAutoscaler", "voiceassist-worker-hpa")["spec"]!["metrics"]!.AsArray().Select(m => (string)m!["type"]!);
        Assert.Equal(["Resource", "Resource"], types);
    }

    [Theory]
    [InlineData("metrics.k8s.io")]
    [InlineData("custom.metrics.k8s.io")]
    [InlineData("external.metrics.k8s.io")]
    [InlineData("autoscaling.k8s.io")]
    [InlineData("monitoring.coreos.com")]
    [InlineData("keda.sh")]
    public async Task Each_optional_API_is_said_to_be_there_or_absent(string group)
    {
        await using var cluster = await Clusters.BareAsync();
        Assert.Matches($@"(?m)^{Regex.Escape(group)} +absent +\S", (await CliRun.OnAsync(cluster, "setup dev --dry-run")).Output);
        cluster.Answer($"/apis/{group}/v1beta1", new JsonObject { ["resources"] = new JsonArray() });
        Assert.Matches($@"(?m)^{Regex.Escape(group)} +v1beta1 +\S", (await CliRun.OnAsync(cluster, "setup dev --dry-run")).Output);
        using var json = JsonDocument.Parse((await CliRun.OnAsync(cluster, "setup dev --dry-run --json")).Output);
        Assert.Equal([group], json.RootElement.GetProperty("optionalApis").EnumerateArray().Where(a => a.GetProperty("isThere").GetBoolean()).Select(a => a.GetProperty("group").GetString()));
    }

    [Fact]
    public async Task An_API_that_is_registered_but_whose_server_is_away_is_absent()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Fail(new(503, r => r.Path == "/apis/custom.metrics.k8s.io/v1beta1", int.MaxValue));
        var run = await CliRun.OnAsync(cluster, "setup dev --dry-run");
        Assert.Matches(@"(?m)^custom\.metrics\.k8s\.io +absent ", run.Output);
        Assert.Matches(@"(?m)^external\.metrics\.k8s\.io +v1beta1 ", run.Output);
    }

    [Fact]
    public async Task Metrics_Server_is_installed_when_wanted_and_missing()
    {
        await using var cluster = await Clusters.BareAsync();
        cluster.MakeSpace("kube-system");
        var run = await CliRun.OnAsync(cluster, "setup dev --yes --with-metrics-server");
        Assert.Equal(0, run.Code);
        Assert.NotNull(cluster.Get("Deployment", "metrics-server", "kube-system"));
        await CliRun.OnAsync(cluster, "rollback dev --yes");
        Assert.DoesNotContain(cluster.Objects.All().Keys, k => k.Contains("metrics-server", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Secret_is_generated_once_and_never_shown()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        var values = cluster.Get("Secret", "voiceassist-secrets")["data"]!.AsObject().Select(p => Encoding.UTF8.GetString(Convert.FromBase64String((string)p.Value!))).ToList();
        Assert.Equal(4, values.Distinct().Count());
        Assert.All(values, v => Assert.True(v.Length >= 48, "a value is too short"));
        Assert.All(values, v => Assert.DoesNotContain(v, run.Output + run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_clients_key_is_the_one_whose_hash_the_gateway_gets()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        var data = cluster.Get("Secret", "voiceassist-secrets")["data"]!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String((string)data["operator-api-key"]!)));
        Assert.Equal($"operator={hash}", Encoding.UTF8.GetString(Convert.FromBase64String((string)data["voiceassist-api-keys"]!)));
        Assert.Contains("operator-api-key", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Secret_that_lacks_a_key_stops_it_with_the_command_that_helps()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make("""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"voiceassist-secrets"},"data":{"voiceassist-api-keys":"eA==","voiceassist-postgres-password":"eA=="}}""");
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("lacks voiceassist-redis-password", run.Error, StringComparison.Ordinal);
        Assert.Contains("kubectl --namespace voiceassist-dev patch secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_of_another_manager_stop_it_and_are_named()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        var applied = JsonNode.Parse("""{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"voiceassist-server-hpa"},"spec":{"maxReplicas":9}}""")!.AsObject();
        cluster.Objects.Apply(cluster.Resource("HorizontalPodAutoscaler"), Clusters.Dev, "voiceassist-server-hpa", applied, "argocd", force: true, dryRun: false);
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("HorizontalPodAutoscaler voiceassist-server-hpa .spec.maxReplicas: conflict with \"argocd\" using autoscaling/v2", run.Error, StringComparison.Ordinal);
        Assert.Equal(9, (int)cluster.Get("HorizontalPodAutoscaler", "voiceassist-server-hpa")["spec"]!["maxReplicas"]!);

        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --force")).Code);
        Assert.Equal(3, (int)cluster.Get("HorizontalPodAutoscaler", "voiceassist-server-hpa")["spec"]!["maxReplicas"]!);
    }

    [Fact]
    public async Task Missing_rights_are_all_named_before_anything_is_done()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Denied["create deployments"] = true;
        cluster.Denied["patch resourcequotas"] = true;
        cluster.Denied["list secrets"] = true;
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("create deployments.apps in voiceassist-dev", run.Error, StringComparison.Ordinal);
        Assert.Contains("patch resourcequotas in voiceassist-dev", run.Error, StringComparison.Ordinal);
        Assert.Contains("list secrets in voiceassist-dev", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Requests, r => r.IsWrite);
    }

    [Fact]
    public async Task A_cluster_that_is_too_old_is_refused()
    {
        await using var cluster = await KubernetesApi.StartAsync("1.26");
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("The cluster is Kubernetes 1.26; this tree needs 1.27", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_of_the_server_are_passed_on()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Warnings["deployments"] = "would violate PodSecurity";
        Assert.Contains("The API server warns: would violate PodSecurity", (await CliRun.OnAsync(cluster, "setup dev --yes")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_namespace_takes_everything_with_it()
    {
        await using var cluster = await Clusters.FullAsync();
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup dev --yes --namespace trial")).Code);
        Assert.All(cluster.Objects.All().Keys, k => Assert.Contains("trial", k, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_needs_no_confirmation()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup prod --dry-run");
        Assert.Equal(0, run.Code);
        Assert.Contains("+ Deployment voiceassist-server", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Requests, r => r.IsWrite);
    }

    [Fact]
    public async Task Without_a_person_and_without_yes_it_is_wrong_usage()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup dev");
        Assert.Equal(2, run.Code);
        Assert.Contains("--yes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_stands_alone_on_the_output()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup dev --yes --json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("setup").GetInt32());
        Assert.Equal("create", json.RootElement.GetProperty("changes")[0].GetProperty("action").GetString());
    }
}
