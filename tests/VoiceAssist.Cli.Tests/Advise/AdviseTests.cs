using System.Globalization;
using System.Text.Json;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Advise;

public sealed class AdviseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-advise").FullName;

    [Fact]
    public async Task Recorded_metrics_give_dead_bands_targets_delays_policies_and_requests()
    {
        var cpu = Write("cpu.csv", i => i % 10 == 0 ? 0.2 : 0.51);
        var memory = Write("memory.csv", _ => 700 << 20);
        var rate = Write("rate.csv", i => 60 + (i / 5 % 7));
        var replicas = Write("replicas.csv", _ => 5);
        var run = await RunAsync($"advise prod --workload server --recorded cpu={cpu} --recorded memory={memory} --recorded http_requests_per_second={rate} --recorded replicas={replicas} --json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var kinds = json.RootElement.EnumerateArray().Select(a => (a.GetProperty("kind").GetString()!, a.GetProperty("subject").GetString()!)).ToList();
        Assert.Contains(("deadBand", "cpu"), kinds);
        Assert.Contains(("unreachableTarget", "memory"), kinds);
        Assert.Contains(("windowShorterThanDelay", "scale down by pods metric http_requests_per_second"), kinds);
        Assert.Contains(("policyNeverBinds", "scale up policies"), kinds);
        Assert.Contains(("requests", "cpu"), kinds);
        Assert.All(json.RootElement.EnumerateArray(), a => Assert.NotEmpty(a.GetProperty("figures").EnumerateObject()));
    }

    [Fact]
    public async Task What_was_not_recorded_gets_no_advice_of_it()
    {
        var run = await RunAsync($"advise prod --workload server --recorded cpu={Write("cpu.csv", _ => 0.3)}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.DoesNotContain("request", run.Output.Replace("http_requests", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("the recording", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_shows_metrics_and_usage_of_every_autoscaler()
    {
        var path = Path.Combine(_folder, "advice.svg");
        var run = await RunAsync($"advise prod --picture {path}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var texts = SvgText.Read(path).Select(t => t.Text).ToList();
        Assert.All(["voiceassist-server-hpa", "voiceassist-worker-hpa", "cpu", "memory", "http_requests_per_second", "p95", "target"], t => Assert.Contains(t, texts));
    }

    [Theory]
    [InlineData("--recorded cpu", "'cpu' is not of that form; give METRIC=FILE")]
    [InlineData("--recorded gpu=x.json", "names none of cpu, memory, http_requests_per_second, replicas")]
    [InlineData("--recorded cpu=gone.json", "gone.json': ")]
    [InlineData("--picture advice.gif", ".svg or .png")]
    public async Task Wrong_usage_ends_with_2(string options, string expected)
    {
        var run = await RunAsync($"advise prod --workload server {options}");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_metrics_belong_to_one_autoscaler()
    {
        var run = await RunAsync("advise prod --recorded cpu=x.csv");
        Assert.Equal(2, run.Code);
        Assert.Contains("which autoscaler? Name one", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, Func<int, double> value)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, Enumerable.Range(0, 700).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 60},{value(i)}")));
        return path;
    }

    private static async Task<CliRun> RunAsync(string command)
    {
        await using var cluster = await Clusters.BareAsync();
        return await CliRun.OnAsync(cluster, command);
    }
}
