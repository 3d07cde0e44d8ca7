using System.Text.Json;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Status;

public sealed class StatusTests
{
    [Fact]
    public async Task A_metric_that_nobody_answers_is_named_and_ends_with_1()
    {
        await using var cluster = await ShopCluster.StartAsync();
        cluster.Silence("/apis/external.metrics.k8s.io");
        cluster.SetStatus("HorizontalPodAutoscaler", "web", """{"conditions":[{"type":"AbleToScale","status":"True","reason":"SucceededGetScale"},{"type":"ScalingActive","status":"False","reason":"FailedGetExternalMetric","message":"unable to fetch metrics"}]}""", ShopCluster.Space);
        var run = await Status(cluster);
        Assert.Equal(1, run.Code);
        Assert.Contains("FailedGetExternalMetric: unable to fetch metrics", run.Output, StringComparison.Ordinal);
        Assert.Contains("no server answers for external.metrics.k8s.io", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AbleToScale", "True", "ScaleDownStabilized", "ScaleDownStabilized: told")]
    [InlineData("ScalingLimited", "True", "TooManyReplicas", "TooManyReplicas: told")]
    [InlineData("AbleToScale", "False", "FailedGetScale", "FailedGetScale: told")]
    [InlineData("ScalingActive", "False", "ScalingDisabled", "ScalingDisabled: told")]
    public async Task The_controllers_own_words_come_first(string type, string status, string reason, string why)
    {
        await using var cluster = await ShopCluster.StartAsync();
        cluster.SetStatus("HorizontalPodAutoscaler", "web", $$"""{"conditions":[{"type":"{{type}}","status":"{{status}}","reason":"{{reason}}","message":"told"}]}""", ShopCluster.Space);
        Assert.Contains(why, (await Status(cluster)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_engine_finds_is_marked_as_reconstructed()
    {
        await using var cluster = await ShopCluster.StartAsync(cpu: "400m");
        var run = await Status(cluster);
        Assert.Contains("cpu asks for 5: about to scale to 4 (reconstructed)", run.Output, StringComparison.Ordinal);
        Assert.Contains("200 %", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_without_autoscalers_says_so()
    {
        await using var cluster = await ShopCluster.StartAsync();
        var run = await CliRun.OnAsync(cluster, "status -n default");
        Assert.Equal(0, run.Code);
        Assert.Contains("no HorizontalPodAutoscaler in namespace default", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_that_lack_on_quotas_and_events_do_not_matter()
    {
        await using var cluster = await ShopCluster.StartAsync();
        cluster.Denied["list resourcequotas"] = true;
        cluster.Denied["list events"] = true;
        var run = await Status(cluster);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("shop-quota", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_goes_on_through_a_broken_connection_until_interrupted()
    {
        await using var cluster = await ShopCluster.StartAsync();
        using var stop = new CancellationTokenSource();
        var seen = 0;
        cluster.Fail(new(0, r => r.Path.EndsWith("horizontalpodautoscalers", StringComparison.Ordinal) && Interlocked.Increment(ref seen) is > 1 and <= 7, int.MaxValue));
        cluster.Fail(new(0, r =>
        {
            // The third reading has come: enough seen.
            if (r.Path.EndsWith("horizontalpodautoscalers", StringComparison.Ordinal) && seen > 8)
            {
                stop.Cancel();
            }

            return false;
        }));
        var run = await CliRun.OnAsync(cluster, "status -n shop --watch --every 1s --json", cancel: stop.Token);
        Assert.Equal(130, run.Code);
        Assert.Contains("trying again", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_metrics_selectors_reach_the_metrics_API()
    {
        await using var cluster = await ShopCluster.StartAsync();
        await Status(cluster);
        Assert.Contains(cluster.Requests, r => r.Path.EndsWith("/queue_depth", StringComparison.Ordinal) && r.Query == "?labelSelector=queue%3Dorders");
    }

    [Fact]
    public async Task An_environment_of_the_tree_brings_its_namespace()
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        var run = await CliRun.OnAsync(cluster, "status dev --json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("voiceassist-dev", json.RootElement.GetProperty("namespace").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("workloads").GetArrayLength());
    }

    private static Task<CliRun> Status(KubernetesApi cluster) => CliRun.OnAsync(cluster, "status -n shop", time: ShopCluster.Clock);
}
