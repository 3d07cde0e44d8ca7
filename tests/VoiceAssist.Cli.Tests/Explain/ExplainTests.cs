using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Explain;

public sealed class ExplainTests
{
    [Fact]
    public async Task An_autoscaler_that_is_not_there_is_said_with_its_place()
    {
        await using var cluster = await ShopCluster.StartAsync();
        var run = await CliRun.OnAsync(cluster, "explain hpa/nothing -n shop");
        Assert.Equal(1, run.Code);
        Assert.Equal("hpa/nothing does not exist in namespace shop of context test; name another with -n.\n", run.Error);
    }

    [Theory]
    [InlineData("web")]
    [InlineData("deployment/web")]
    [InlineData("hpa/")]
    public async Task Anything_but_an_autoscaler_is_wrong_usage(string what)
    {
        await using var cluster = await ShopCluster.StartAsync();
        var run = await CliRun.OnAsync(cluster, $"explain {what} -n shop");
        Assert.Equal(2, run.Code);
        Assert.Contains("give hpa/NAME", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_is_gone_is_explained()
    {
        await using var cluster = await ShopCluster.StartAsync();
        cluster.Objects.Delete(cluster.Resource("Deployment"), ShopCluster.Space, "web", dryRun: false);
        var run = await CliRun.OnAsync(cluster, "explain hpa/web -n shop", time: ShopCluster.Clock);
        Assert.Equal(1, run.Code);
        Assert.Contains("Deployment web does not exist", run.Output, StringComparison.Ordinal);
    }
}
