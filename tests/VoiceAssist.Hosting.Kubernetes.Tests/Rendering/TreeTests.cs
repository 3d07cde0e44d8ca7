using System.Text.Json;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Publishing.Plans;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

public class TreeTests
{
    [Fact]
    public async Task The_tree_of_the_sample_is_as_approved() => Snapshots.Match("shop", await SampleTree.RenderAsync());

    [Fact]
    public async Task The_same_model_gives_the_same_bytes() => Assert.Equal(await SampleTree.RenderAsync(), await SampleTree.RenderAsync());

    [Fact]
    public async Task Lines_end_with_a_line_feed_and_nothing_else()
    {
        foreach (var (path, text) in await SampleTree.RenderAsync())
        {
            Assert.DoesNotContain('\r', text);
            Assert.True(text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task No_object_carries_what_only_a_cluster_knows()
    {
        foreach (var (path, text) in (await SampleTree.RenderAsync()).Where(f => f.Key.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("creationTimestamp", text, StringComparison.Ordinal);
            Assert.DoesNotContain("status:", text, StringComparison.Ordinal);
            Assert.False(text.Contains(": null", StringComparison.Ordinal) && !path.StartsWith("overlays/", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task No_secret_value_stands_in_the_tree() =>
        Assert.All(await SampleTree.RenderAsync(), f => Assert.DoesNotContain("kind: Secret\n", f.Value, StringComparison.Ordinal));

    [Fact]
    public async Task The_plan_reads_back_and_says_what_the_environment_is()
    {
        var files = await SampleTree.RenderAsync();
        var plan = PlanJson.Read(files["plan/prod.json"]);
        Assert.Equal(PlanDocument.CurrentSchema, plan.Schema);
        Assert.Equal("shop-prod", plan.Namespace);
        Assert.Equal(["database-password"], plan.Secret.Keys);
        Assert.Equal(YamlReader.Read(files["rendered/prod.yaml"]).Select(o => o.Map("metadata")!.Text("name")), plan.Objects.Select(o => o.Name));
        var web = plan.Workloads.Single(w => w.Name == "web");
        Assert.Equal((2, 10), (web.MinReplicas, web.MaxReplicas));
        Assert.Equal(["cpu", "memory", "http_requests_per_second"], web.Autoscaler!.Metrics.Select(m => m.Name));
        Assert.Equal("web-hpa", web.Autoscaler.Name);
        Assert.Equal(PlanJson.Write(plan), files["plan/prod.json"]);
    }

    [Fact]
    public void A_plan_that_is_none_is_refused() => Assert.ThrowsAny<JsonException>(() => PlanJson.Read("{}"));

    [Fact]
    public async Task The_summary_sums_up_what_the_pods_request()
    {
        var plans = await SampleTree.PlanAsync();
        var lines = SummaryTable.Of(plans[2]).Split('\n');
        Assert.Equal("prod (namespace shop-prod), in vCPU / GiB", lines[0]);

        // database 1 / 4 + worker 0.5 / 0.25 + web 2 x (0.5 / 0.5); at the peak 4 workers and 10 webs.
        Assert.Matches(@"^sum +4-15 +2\.5 / 5\.25 +8 / 10 ", lines.Single(l => l.StartsWith("sum", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_difference_names_objects_and_fields()
    {
        var before = await SampleTree.RenderAsync();
        var after = await SampleTree.RenderAsync(s => s.Web.WithHorizontalScaling(h => h.In("prod", p => p.Replicas(2, 12))), c => c.In("prod", p => p.Setting("LOG_LEVEL", "error")));
        Assert.Equal("dev: nothing changes\n", TreeDifference.Between("dev", before["rendered/dev.yaml"], after["rendered/dev.yaml"]));
        var text = TreeDifference.Between("prod", before["rendered/prod.yaml"], after["rendered/prod.yaml"]);
        Assert.Contains("  ~ HorizontalPodAutoscaler/web-hpa\n      spec.maxReplicas: 10 -> 12\n", text, StringComparison.Ordinal);
        Assert.Contains("  ~ ConfigMap/autoscaling-config\n", text, StringComparison.Ordinal);
        Assert.Contains("data.LOG_LEVEL: warn -> error\n", text, StringComparison.Ordinal);
        Assert.Contains("  ~ Deployment/web\n      spec.template.spec.containers[web].env[LOG_LEVEL].valueFrom.configMapKeyRef.name: autoscaling-config-", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_tree_on_disk_everything_is_new()
    {
        var files = await SampleTree.RenderAsync();
        Assert.Contains("  + Deployment/web\n", TreeDifference.Between("prod", "", files["rendered/prod.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_deploys_is_told_how_to_create_the_secret()
    {
        var plans = await SampleTree.PlanAsync();
        Assert.Equal(
            [
                "  kubectl create namespace shop-prod    # unless it is there",
                "  kubectl create secret generic shop-secrets --namespace shop-prod \\",
                "    --from-literal=database-password=\"$DATABASE_PASSWORD\"",
                "  $DATABASE_PASSWORD is yours to set first: the app host's parameter 'database-password' has no default.",
            ],
            SecretInstructions.Of(plans[2].Context).Skip(1));
    }
}
