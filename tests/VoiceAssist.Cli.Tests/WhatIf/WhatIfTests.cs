using System.Text.Json;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.WhatIf;

public sealed class WhatIfTests : IDisposable
{
    private const string Prod = "what-if prod --workload server --load step:60->500@5m..15m --for 40m";
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-what-if").FullName;

    [Theory]
    [InlineData("maxReplicas=20", "15", "20")]
    [InlineData("spec.maxReplicas=20", "15", "20")]
    [InlineData("minReplicas=null", "3", null)]
    [InlineData("behavior.scaleDown.stabilizationWindowSeconds=60", "300", "60")]
    [InlineData("behavior.scaleDown.policies[1].value=2", "1", "2")]
    [InlineData("behavior.scaleDown.tolerance=0.05", null, "50m")]
    [InlineData("behavior.scaleUp.selectPolicy=Min", "Max", "Min")]
    [InlineData("metrics[cpu].target.averageUtilization=50", "65", "50")]
    [InlineData("metrics[0].resource.target.averageUtilization=50", "65", "50")]
    [InlineData("metrics[http_requests_per_second].target.averageValue=50", "100", "50")]
    public async Task A_field_is_changed_by_its_name_in_the_spec(string change, string? before, string? after)
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --set {change} --json")).Output);
        var changed = json.RootElement.GetProperty("changed")[0];
        Assert.Equal((before, after), (changed.GetProperty("before").GetString(), changed.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task A_metric_that_only_the_change_brings_is_measured()
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --set metrics[http_requests_per_second].metric.name=calls_per_second --json")).Output);
        var last = json.RootElement.GetProperty("after").GetProperty("points").EnumerateArray().Last().GetProperty("metrics")[2];
        Assert.Equal(("pods metric calls_per_second", JsonValueKind.Null), (last.GetProperty("name").GetString(), last.GetProperty("error").ValueKind));
    }

    [Fact]
    public async Task Both_runs_stand_side_by_side()
    {
        var run = await RunAsync($"{Prod} --set behavior.scaleDown.stabilizationWindowSeconds=60");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("behavior.scaleDown.stabilizationWindowSeconds: 300 -> 60", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"vCPU-hours requested +[\d.]+ +[\d.]+ +-[\d.]+ +h", run.Output);
        Assert.Matches(@"reaction down +5m\w+ +1m\w+", run.Output);
        Assert.Matches(@"TIME +BEFORE +AFTER", run.Output);
    }

    [Fact]
    public async Task Json_holds_both_simulations_whole()
    {
        using var json = JsonDocument.Parse((await RunAsync($"{Prod} --set maxReplicas=6 --json")).Output);
        Assert.True(Most("before") > 6);
        Assert.Equal(6, Most("after"));
        Assert.Contains(json.RootElement.GetProperty("figures").EnumerateArray(), f => f.GetProperty("name").GetString() == "replicas, most" && f.GetProperty("after").GetDouble() == 6);

        int Most(string run) => json.RootElement.GetProperty(run).GetProperty("points").EnumerateArray().Max(p => p.GetProperty("wanted").GetInt32());
    }

    [Fact]
    public async Task The_change_decides_the_exit_code()
    {
        var run = await RunAsync($"{Prod} --set maxReplicas=4");
        Assert.Equal(1, run.Code);
        Assert.Matches(@"verdict +met +\d missed", run.Output);
    }

    [Fact]
    public async Task A_picture_shows_both_and_keeps_its_type_readable()
    {
        var path = Path.Combine(_folder, "what-if.svg");
        await RunAsync($"{Prod} --set behavior.scaleDown.stabilizationWindowSeconds=60 --picture {path}");
        var texts = SvgText.Read(path);
        Assert.All(["before", "after", "replicas", "max 15", "min 3", "minutes"], t => Assert.Contains(texts, x => x.Text == t));
        Assert.All(texts, t => Assert.True(t.FontSize >= 20));
    }

    [Theory]
    [InlineData("--set foo=1", "there is no field 'foo'; allowed are behavior, maxReplicas, metrics, minReplicas, scaleTargetRef")]
    [InlineData("--set maxReplicas", "give FIELD=VALUE with the names of the HPA's spec")]
    [InlineData("--set maxReplicas=two", "'two' must be a whole number")]
    [InlineData("--set maxReplicas.x=1", "has no fields")]
    [InlineData("--set metrics.cpu=1", "name an element as metrics[0]")]
    [InlineData("--set metrics[gpu].target.value=1", "there are 0, 1, 2, cpu, memory, http_requests_per_second")]
    [InlineData("--set metrics[7].type=Pods", "has 3 elements")]
    [InlineData("--set metrics[0]=1", "name a field of it")]
    [InlineData("--set behavior.scaleDown.policies=3", "must be JSON")]
    [InlineData("--set behavior.scaleDown.policies=[{]", "must be JSON of the field's form")]
    [InlineData("--set behavior.scaleDown.policies=[null]", "has a null in a list")]
    [InlineData("--set behavior={\"scaleDwn\":{}}", "scaleDwn")]
    [InlineData("--set metrics[cpu].target=null", "spec.metrics[0].resource.target.type: Required value")]
    [InlineData("--set scaleTargetRef=null", "spec.scaleTargetRef")]
    [InlineData("--set metrics[http_requests_per_second].target.averageValue=many", "'many' is not a quantity")]
    [InlineData("--set minReplicas=99", "spec.maxReplicas: Invalid value: 15: must be greater than or equal to `minReplicas`")]
    [InlineData("", "--set")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_allowed(string set, string expected)
    {
        var run = await RunAsync($"{Prod} {set}");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<CliRun> RunAsync(string command)
    {
        await using var cluster = await Clusters.BareAsync();
        return await CliRun.OnAsync(cluster, command);
    }
}
