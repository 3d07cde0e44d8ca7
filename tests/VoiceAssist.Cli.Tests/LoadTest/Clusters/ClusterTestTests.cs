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
        var run = cluster.TestAsync("dev api --for 1h --every 1s --rate 20", cancel: interrupt.Token);
        await Eventually.BeAsync("the load has begun", () => Task.FromResult(cluster.Gateway.Requests > 10));

        await interrupt.CancelAsync();

        Assert.Equal(130, (await run).Code);
        Assert.Contains("interrupted", await File.ReadAllTextAsync(Path.Combine(Assert.Single(cluster.Reports), "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_gateway_does_not_know_is_said_before_anything_is_sent()
    {
        await using var cluster = await LoadedCluster.StartAsync();

        var run = await cluster.TestAsync($"dev api {Short}", key: "another");

        Assert.Equal(1, run.Code);
        Assert.Contains("does not know the API key", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("another", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal(1, cluster.Gateway.Requests);
    }

    [Fact]
    public async Task A_Job_in_the_cluster_sends_both_loads_and_is_gone_afterwards()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        await using var runner = new JobRunner(cluster);

        var run = await cluster.TestAsync($"dev all {Short} --in-cluster --job-kind text --json");

        Assert.True(run.Code == 0, run.Error + run.Output);
        var loads = JsonNode.Parse(run.Output)!["loads"]!.AsArray();
        Assert.Equal(["voiceassist-server", "voiceassist-worker"], loads.Select(l => (string)l!["workload"]!));
        Assert.All(loads, l => Assert.Equal(((int)l!["result"]!["due"]!, true), ((int)l["result"]!["succeeded"]!, (int)l["result"]!["due"]! > 20)));
        Assert.Empty(runner.Jobs);
        var pod = runner.Job!["spec"]!["template"]!["spec"]!;
        Assert.Equal("voiceassist/cli:latest", (string?)pod["containers"]![0]!["image"]);
        Assert.Equal(["--job-kind", "text"], pod["containers"]![0]!["args"]!.AsArray().Select(a => (string)a!).TakeLast(2));
        Assert.DoesNotContain(cluster.Key, runner.Job.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_for_a_while_costs_no_load()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        await using var runner = new JobRunner(cluster);
        var run = cluster.TestAsync($"dev api {Short} --in-cluster --json");
        await Eventually.BeAsync("the load has begun", () => Task.FromResult(cluster.Gateway.Requests > 5));

        cluster.Api.Fail(new(500, r => r.Path.EndsWith("/pods", StringComparison.Ordinal), Times: 20));

        var ended = await run;
        Assert.True(ended.Code == 0, ended.Error + ended.Output);
        Assert.Empty(runner.Jobs);
    }

    [Fact]
    public async Task An_interrupted_test_removes_its_Job_and_reports_what_it_saw()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        await using var runner = new JobRunner(cluster);
        using var interrupt = new CancellationTokenSource();
        var run = cluster.TestAsync("dev api --for 1h --every 1s --rate 20 --in-cluster", cancel: interrupt.Token);
        await Eventually.BeAsync("the load has begun", () => Task.FromResult(cluster.Gateway.Requests > 10));

        await interrupt.CancelAsync();

        Assert.Equal(130, (await run).Code);
        Assert.Empty(runner.Jobs);
        Assert.Single(cluster.Reports);
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00Z", """{}""", true)]
    [InlineData("now", """{"conditions":[{"type":"Failed","status":"True"}]}""", true)]
    [InlineData("now", """{}""", false)]
    public async Task A_Job_that_was_left_behind_is_removed_and_one_of_a_test_that_runs_is_respected(string seen, string status, bool isLeftover)
    {
        await using var cluster = await LoadedCluster.StartAsync();
        var at = seen == "now" ? DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : seen;
        cluster.Api.Make($$$"""
            {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"old","labels":{"app.kubernetes.io/managed-by":"voiceassist","app.kubernetes.io/component":"load-test"},
            "annotations":{"voiceassist.dev/seen":"{{{at}}}"}},"spec":{}}
            """);
        cluster.Api.SetStatus("Job", "old", status);

        var run = await cluster.TestAsync($"dev api {Short}");

        Assert.Equal((isLeftover ? 0 : 1, isLeftover ? 0 : 1), (run.Code, cluster.Api.Objects.List(cluster.Api.Resource("Job"), Support.Clusters.Dev).Count));
        Assert.Contains(isLeftover ? "Removed Job old" : "Another load test runs", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_that_cannot_be_pulled_is_said_and_the_Job_is_gone()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        await using var runner = new JobRunner(cluster, waitingFor: "ImagePullBackOff");

        var run = await cluster.TestAsync($"dev api {Short} --in-cluster --load-image registry.example/cli:1");

        Assert.Equal(1, run.Code);
        Assert.Contains("ImagePullBackOff: no such image", run.Error, StringComparison.Ordinal);
        Assert.Empty(runner.Jobs);
    }

    [Fact]
    public async Task What_a_Job_ended_with_is_said_since_its_log_goes_with_it()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        await using var runner = new JobRunner(cluster) { Key = "another" };

        var run = await cluster.TestAsync($"dev api {Short} --in-cluster");

        Assert.Equal(1, run.Code);
        Assert.Contains("its program ended with 1: The gateway takes no job: it does not know the API key that was given. Set VOICEASSIST_API_KEY", run.Error, StringComparison.Ordinal);
        Assert.Empty(runner.Jobs);
    }

    [Fact]
    public async Task Without_the_right_to_make_a_Job_that_is_said()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        cluster.Api.Denied["create jobs"] = true;

        var run = await cluster.TestAsync($"dev api {Short} --in-cluster");

        Assert.Equal(1, run.Code);
        Assert.Contains("The Job of the load cannot be made", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_look_nothing_is_sent()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        cluster.Api.Denied["list horizontalpodautoscalers"] = true;

        var run = await cluster.TestAsync($"dev api {Short}");

        Assert.Equal(1, run.Code);
        Assert.Contains("The autoscalers cannot be read: horizontalpodautoscalers is forbidden", run.Error, StringComparison.Ordinal);
        Assert.Empty(cluster.Reports);
    }

    [Theory]
    [InlineData("prod api", 2, "the context must be named")]
    [InlineData("nowhere", 2, "'nowhere' is not published")]
    [InlineData("dev api --rate 0", 2, "one above 0")]
    [InlineData("dev api --jitter 2", 2, "--jitter")]
    [InlineData("dev api --url ftp://x", 2, "--url")]
    [InlineData("dev api --for 3x", 2, "--for")]
    [InlineData("dev api --in-cluster --url http://x", 2, "--url")]
    [InlineData("dev api --load-image x", 2, "--in-cluster")]
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
