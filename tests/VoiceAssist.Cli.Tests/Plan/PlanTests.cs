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
    public async Task Manifests_of_ones_own_are_simulated()
    {
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, "simulate -f tests/VoiceAssist.Cli.Tests/Verify --load constant:10");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("web scales web under constant:10", run.Output, StringComparison.Ordinal);
    }
}
