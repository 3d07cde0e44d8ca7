using System.Globalization;
using System.Text.Json;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Recommend;

public sealed class RecommendTests
{
    [Fact]
    public async Task Every_place_is_a_line_that_holds_the_old_figure()
    {
        await using var cluster = await RecommendedCluster.StartAsync();
        using var json = JsonDocument.Parse((await CliRun.OnAsync(cluster, "recommend prod --json")).Output);
        Assert.NotEmpty(json.RootElement.EnumerateArray());
        Assert.All(json.RootElement.EnumerateArray(), p =>
        {
            var line = File.ReadAllLines(Path.Combine(Repository.Root, p.GetProperty("file").GetString()!))[p.GetProperty("line").GetInt32() - 1];
            Assert.Contains(p.GetProperty("old").GetString()!.Split(' ')[0], line.Replace("1.5Gi", "1536Mi", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Recorded_usage_needs_no_cluster()
    {
        await using var cluster = await Clusters.BareAsync();
        var folder = Path.GetDirectoryName(cluster.Kubeconfig)!;
        await File.WriteAllTextAsync(Path.Combine(folder, "cpu.json"), Range(0.4));
        await File.WriteAllTextAsync(Path.Combine(folder, "memory.json"), Range(512 << 20));
        var run = await CliRun.OnAsync(cluster, $"recommend prod --workload server --cpu-usage {folder}/cpu.json --memory-usage {folder}/memory.json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"GatewayPolicies\.cs:\d+ +voiceassist-server +cpu request +750m +400m +recorded usage", run.Output);
        Assert.Matches(@"cpu utilization +65 % +90 %", run.Output);
        Assert.Empty(cluster.Requests);
    }

    [Theory]
    [InlineData("recommend prod --cpu-usage x.json", "belong together")]
    [InlineData("recommend prod --cpu-usage x.json --memory-usage x.json", "whose usage is it")]
    [InlineData("recommend prod --workload server --cpu-usage x.json --memory-usage x.json", "--cpu-usage: ")]
    public async Task Wrong_usage_ends_with_2(string command, string expected)
    {
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, command);
        Assert.Equal(2, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_known_ends_with_1()
    {
        await using var cluster = await Clusters.BareAsync();
        var run = await CliRun.OnAsync(cluster, "recommend prod");
        Assert.Equal(1, run.Code);
        Assert.Contains("Nothing is known yet", run.Output, StringComparison.Ordinal);
    }

    private static string Range(double value)
    {
        var values = string.Join(',', Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"[{1_700_000_000 + (i * 60)},\"{value}\"]")));
        return $$$"""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[{{{values}}}]}]}}""";
    }
}
