using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Setup;

public sealed class ContextTests
{
    [Fact]
    public async Task Prod_is_not_touched_through_a_context_that_nobody_named()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "setup prod --yes");
        Assert.Equal(2, run.Code);
        Assert.Contains("--context test", run.Error, StringComparison.Ordinal);
        Assert.Empty(cluster.Requests);
    }

    [Fact]
    public async Task A_named_context_needs_no_confirmation()
    {
        await using var cluster = await Clusters.FullAsync();
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup prod --yes --context test")).Code);
    }

    [Fact]
    public async Task A_context_is_confirmed_once_by_its_name()
    {
        await using var cluster = await Clusters.FullAsync();
        Assert.Equal(1, (await CliRun.OnAsync(cluster, "setup prod --yes", answers: "no\n")).Code);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "setup prod --yes", answers: "test\n")).Code);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "rollback prod --yes")).Code);
    }

    [Fact]
    public async Task Several_kubeconfig_files_are_merged()
    {
        await using var first = await Clusters.FullAsync();
        await using var second = await Clusters.FullAsync();
        var file = Path.Combine(Path.GetDirectoryName(second.Kubeconfig)!, "other");
        await File.WriteAllTextAsync(file, TestCluster.Contexts.Kubeconfig(second.Address, "second").Replace("cluster", "elsewhere", StringComparison.Ordinal).Replace("elsewheres:", "clusters:", StringComparison.Ordinal).Replace("  elsewhere:\n", "  cluster:\n", StringComparison.Ordinal).Replace("    elsewhere: elsewhere", "    cluster: elsewhere", StringComparison.Ordinal));
        var run = await CliRun.OnAsync(first, "status -n default --context second", v => v["KUBECONFIG"] = $"{first.Kubeconfig}{Path.PathSeparator}{file}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.NotEmpty(second.Requests);
        Assert.Empty(first.Requests);
    }

    [Fact]
    public async Task An_unknown_context_is_answered_with_those_there_are()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "status -n default --context nowhere");
        Assert.Equal(2, run.Code);
        Assert.Equal("--context: 'nowhere' is not in the kubeconfig; there are test.\n", run.Error);
    }

    [Theory]
    [InlineData("status -n default")]
    [InlineData("verify dev")]
    [InlineData("setup dev --yes")]
    [InlineData("rollback dev --yes")]
    [InlineData("history dev")]
    [InlineData("explain hpa/x -n default")]
    public async Task No_cluster_is_said_in_one_line(string command)
    {
        await using var cluster = await Clusters.FullAsync();
        await File.WriteAllTextAsync(cluster.Kubeconfig, TestCluster.Contexts.Kubeconfig(new Uri("http://127.0.0.1:1"), "gone"));
        var run = await CliRun.OnAsync(cluster, command);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Matches(@"^No cluster: http://127\.0\.0\.1:1/? \(context gone\): .+\n$", run.Error);
    }

    [Fact]
    public async Task A_server_that_never_answers_ends_at_the_time_limit()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Fail(new(-1, _ => true, int.MaxValue));
        var run = await CliRun.OnAsync(cluster, "status -n default --timeout 1s");
        Assert.Equal(1, run.Code);
        Assert.Contains("did not answer within 1 s", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_kubeconfig_is_wrong_usage()
    {
        await using var cluster = await Clusters.FullAsync();
        var run = await CliRun.OnAsync(cluster, "status", v => v["KUBECONFIG"] = "/nowhere/config");
        Assert.Equal(2, run.Code);
        Assert.Contains("there is no kubeconfig", run.Error, StringComparison.Ordinal);
    }
}
