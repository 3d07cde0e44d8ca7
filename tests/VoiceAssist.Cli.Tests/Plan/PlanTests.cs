using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Plan;

public sealed class PlanTests
{
    [Theory]
    [InlineData("plan", "ENV' missing")]
    [InlineData("plan nowhere", "there are dev, prod, staging")]
    [InlineData("plan prod --node huge", "--node: 'huge' is not allowed")]
    [InlineData("plan prod --node 1cpu/1Gi", "--node: ")]
    [InlineData("plan prod --spare-nodes -1", "--spare-nodes: -1 is not allowed")]
    [InlineData("plan prod --node 8cpu/32Gi@cheap", "--node: '8cpu/32Gi@cheap' is not allowed")]
    [InlineData("plan prod --node 8cpu/32Gi --node-reserved 101%", "--node-reserved: '101%'")]
    [InlineData("plan prod --node 8cpu/32Gi --daemon-pods 110", "and 0 pods left for workloads")]
    [InlineData("plan prod --prices nowhere.csv", "--prices: ")]
    [InlineData("plan prod --picture plan.gif", "must end in .svg or .png")]
    [InlineData("simulate --load constant:1", "Give either an environment")]
    [InlineData("simulate prod --load constant:1", "which autoscaler? Name one with --workload or --autoscaler; there are voiceassist-server-hpa, voiceassist-worker-hpa")]
    [InlineData("simulate prod --workload nobody --load constant:1", "no single autoscaler of 'nobody'")]
    [InlineData("advise -f nowhere", "'nowhere' does not exist")]
    public async Task Wrong_usage_ends_with_2(string command, string expected)
    {
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, command);
        Assert.Equal(2, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_table_compares_every_size_and_shows_the_cheapest_in_detail()
    {
        var run = await WithPricesAsync("");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"n2 +2 / 8Gi +too small", run.Output);
        Assert.Matches(@"n4 +4 / 16Gi +\d+ +\d+ +\d+ +[\d.]+ +[\d.]+", run.Output);
        Assert.Contains("NODES OF C8", run.Output, StringComparison.Ordinal);
        Assert.Contains("Of each node system and kubelet keep 6 %, 6 daemon pods request 0 / 0, at most 110 pods", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_is_chosen_by_its_name_in_the_table()
    {
        var run = await WithPricesAsync("--node n8 --daemon-requests 300m/512Mi --node-reserved 500m/1Gi --json");
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        var nodes = json.RootElement.GetProperty("nodes");
        Assert.Equal(("n8", "300m", "500m"), (nodes.GetProperty("node").GetString(), nodes.GetProperty("daemonRequests").GetProperty("cpu").GetString(), nodes.GetProperty("reserved").GetProperty("cpu").GetString()));
        Assert.True(nodes.GetProperty("peak").GetProperty("monthlyCost").GetDecimal() > 0);
    }

    [Fact]
    public async Task A_name_that_the_table_does_not_have_ends_with_2()
    {
        var run = await WithPricesAsync("--node n16");
        Assert.Equal(2, run.Code);
        Assert.Contains("'n16' is no name in --prices; there are n2, n4, n8, c8", run.Error, StringComparison.Ordinal);
    }

    private static async Task<CliRun> WithPricesAsync(string options)
    {
        await using var cluster = await Clusters.BareAsync();
        var prices = Path.Combine(Path.GetDirectoryName(cluster.Kubeconfig)!, "prices.csv");
        await File.WriteAllTextAsync(prices, "name,cpu,memory,price\nn2,2,8Gi,0.10\nn4,4,16Gi,0.19\nn8,8,32Gi,0.38\nc8,8,16Gi,0.32\n");
        return await CliRun.OnAsync(cluster, $"plan prod --prices {prices} {options}");
    }

    [Fact]
    public async Task Manifests_of_ones_own_are_simulated()
    {
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, "simulate -f tests/VoiceAssist.Cli.Tests/Verify --load constant:10");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("web scales web under constant:10", run.Output, StringComparison.Ordinal);
    }
}
