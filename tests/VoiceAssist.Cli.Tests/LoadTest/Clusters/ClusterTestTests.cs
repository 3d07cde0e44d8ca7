using System.Text.Json.Nodes;
using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

public sealed class ClusterTestTests
{
    private const string Short = "--for 2s --cool-down 0s --every 1s --rate 20 --job-rate 20 --max-p99 60000";

    [Fact]
    public async Task Load_goes_through_the_forwarded_ports_of_ready_pods()
    {
        await using var cluster = await LoadedCluster.StartAsync();

        var run = await cluster.TestAsync($"dev api {Short} --json");

        Assert.Equal((0, ""), (run.Code, run.Code == 0 ? "" : run.Error));
        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal((int)report["loads"]![0]!["result"]!["due"]!, (int)report["loads"]![0]!["result"]!["succeeded"]!);
        Assert.True(cluster.Gateway.Requests > 30, $"{cluster.Gateway.Requests}");
        Assert.Contains(cluster.Api.Requests, r => r.Path.EndsWith("/pods/voiceassist-server-a/portforward", StringComparison.Ordinal));
        Assert.Single(cluster.Reports);
    }

    [Fact]
    public async Task Load_goes_to_an_address_that_is_given()
    {
        await using var cluster = await LoadedCluster.StartAsync();

        var run = await cluster.TestAsync($"dev all {Short} --url {cluster.Gateway.Url}");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("voiceassist-worker", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Api.Requests, r => r.Path.EndsWith("portforward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_in_the_cluster_is_made_or_changed()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        var (before, requests) = (cluster.Api.Visible(), cluster.Api.Requests.Count);

        await cluster.TestAsync($"dev worker {Short}");

        Assert.Equal(before, cluster.Api.Visible());
        Assert.All(cluster.Api.Requests.Skip(requests), r => Assert.Equal("GET", r.Method));
    }

    [Fact]
    public async Task An_interrupted_test_reports_what_it_saw()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        using var interrupt = new CancellationTokenSource();
        var run = cluster.TestAsync("dev api --for 1h --every 1s --rate 20", interrupt.Token);
        await Eventually.BeAsync("the load has begun", () => Task.FromResult(cluster.Gateway.Requests > 10));

        await interrupt.CancelAsync();

        Assert.Equal(130, (await run).Code);
        Assert.Contains("interrupted", await File.ReadAllTextAsync(Path.Combine(Assert.Single(cluster.Reports), "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_look_nothing_is_sent()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        cluster.Api.Denied["list horizontalpodautoscalers"] = true;

        var run = await cluster.TestAsync($"dev api {Short}");

        Assert.Equal(1, run.Code);
        Assert.Contains("forbidden", run.Error, StringComparison.Ordinal);
        Assert.Empty(cluster.Reports);
    }

    [Theory]
    [InlineData("prod api", 2, "the context must be named")]
    [InlineData("nowhere", 2, "'nowhere' is not published")]
    [InlineData("dev api --rate 0", 2, "one above 0")]
    [InlineData("dev api --jitter 2", 2, "--jitter")]
    [InlineData("dev api --url ftp://x", 2, "--url")]
    [InlineData("dev api --for 3x", 2, "--for")]
    [InlineData("local api --speed 1000", 2, "--speed")]
    [InlineData("local api --app-host nowhere", 2, "neither a program nor a project")]
    [InlineData("local api --url http://127.0.0.1:1", 1, "No rehearsal answers")]
    public async Task What_is_not_allowed_says_what_is(string arguments, int code, string expected)
    {
        await using var api = await Support.Clusters.BareAsync();

        var run = await CliRun.OnAsync(api, $"test {arguments}");

        Assert.Equal(code, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
