using System.Text.Json;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Simulate;

/// <summary>Nodes, quota, disturbances and objectives of a simulated environment.</summary>
public sealed class SimulatedPlantTests
{
    private const string Prod = "simulate prod --workload server";

    [Fact]
    public async Task A_point_carries_everything_that_the_simulator_records()
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --load step:60->500@5m --for 10m --json")).Output);
        var point = json.RootElement.GetProperty("points").EnumerateArray().Last();
        Assert.Equal(
            ["seconds", "load", "proposed", "wanted", "current", "ready", "heldBackBy", "metrics", "queueDepth", "queueAgeSeconds", "latencySeconds", "unserved", "usedCores", "usedMemoryBytes", "vcpuHours"],
            point.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["cpu", "memory", "pods metric http_requests_per_second"], point.GetProperty("metrics").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        Assert.True(point.GetProperty("metrics")[0].GetProperty("ratio").GetDouble() > 0);
    }

    [Fact]
    public async Task A_metric_that_is_missing_has_no_figures_and_keeps_the_replicas()
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --load step:60->500@5m..15m --for 40m --disturb no-metric:http_requests_per_second@16m..39m --json")).Output);
        var silent = json.RootElement.GetProperty("points").EnumerateArray().Single(p => p.GetProperty("seconds").GetDouble() == 1800);
        var metric = silent.GetProperty("metrics")[2];
        Assert.Equal(JsonValueKind.Null, metric.GetProperty("ratio").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, metric.GetProperty("error").ValueKind);
        Assert.Equal(json.RootElement.GetProperty("points").EnumerateArray().Max(p => p.GetProperty("wanted").GetInt32()), silent.GetProperty("wanted").GetInt32());
    }

    [Fact]
    public async Task Nodes_without_room_keep_pods_pending()
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --load step:60->900@2m --for 15m --nodes 3x9cpu/32Gi --json")).Output);
        var last = json.RootElement.GetProperty("points").EnumerateArray().Last();
        Assert.True(last.GetProperty("ready").GetInt32() < last.GetProperty("wanted").GetInt32());
    }

    [Fact]
    public async Task The_quota_of_an_environment_admits_its_own_peak()
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --load step:60->900@2m --for 15m --quota --json")).Output);
        var last = json.RootElement.GetProperty("points").EnumerateArray().Last();
        Assert.Equal((15, 15), (last.GetProperty("wanted").GetInt32(), last.GetProperty("ready").GetInt32()));
    }

    [Fact]
    public async Task The_text_says_on_what_it_runs_and_what_disturbs_it()
    {
        var run = await RunAsync($"{Prod} --load constant:60 --for 10m --nodes 6x8cpu/32Gi --quota --disturb rollout@2m --disturb lost-node:0@4m..6m");
        Assert.Equal("", run.Error);
        Assert.Contains("On 6x8cpu/32Gi; of each node system and kubelet keep 6 %, 6 daemon pods request 0 / 0, at most 110 pods.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Beside 1 voiceassist-redis, 8 voiceassist-worker, 1 voiceassist-postgres.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Disturbed by lost-node:0@4m..6m.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-reaction-up 10s", "MISSED: reaction up")]
    [InlineData("--max-reaction-up 90s", "met: reaction up")]
    [InlineData("--max-reaction-down 1m", "MISSED: reaction down")]
    [InlineData("--max-backlog 30m", "met: backlog cleared")]
    [InlineData("--max-latency 1ms", "MISSED: latency in 95 % of the time")]
    [InlineData("--max-turns 0", "MISSED: flapping")]
    [InlineData("--vcpu-price 0.04 --max-cost 0.01", "MISSED: cost")]
    [InlineData("--vcpu-price 0.04 --max-cost 100", "met: cost")]
    public async Task An_objective_is_judged(string objective, string expected)
    {
        var run = await RunAsync($"{Prod} --load step:60->500@5m..10m --for 20m {objective}");
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Equal(expected.StartsWith("met", StringComparison.Ordinal) ? 0 : 1, run.Code);
    }

    [Theory]
    [InlineData("--nodes many", "--nodes: 'many' is not allowed; give 1 to 200 nodes as COUNTxSIZE")]
    [InlineData("--nodes 3xhuge", "--nodes: 'huge' is not allowed")]
    [InlineData("--nodes 3x8cpu/32Gi --node-reserved lots", "--node-reserved: 'lots'")]
    [InlineData("--nodes 3x8cpu/32Gi --daemon-requests 1", "--daemon-requests: '1'")]
    [InlineData("--nodes 3x8cpu/32Gi --max-pods 0", "--max-pods: 0")]
    [InlineData("--disturb fire@5m", "--disturb: 'fire@5m' is none; allowed are rollout@10m")]
    [InlineData("--disturb rollout@50m", "within the 10m")]
    [InlineData("--disturb lost-node:0@5m", "needs --nodes")]
    [InlineData("--disturb no-metric:foo@1m..2m", "there are cpu, memory, http_requests_per_second")]
    [InlineData("--max-reaction-up 60s", "constant:60 never rises at one time")]
    [InlineData("--max-cost 5", "needs --vcpu-price")]
    [InlineData("--max-at-maximum 101", "give 0 to 100")]
    [InlineData("--cpu-per-request 0", "give 0.0001 to 3600 seconds")]
    [InlineData("--arrivals late", "'late'")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_allowed(string options, string expected)
    {
        var run = await RunAsync($"{Prod} --load constant:60 --for 10m {options}");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<CliRun> RunAsync(string command)
    {
        await using var cluster = await Clusters.BareAsync();
        return await CliRun.OnAsync(cluster, command);
    }
}
