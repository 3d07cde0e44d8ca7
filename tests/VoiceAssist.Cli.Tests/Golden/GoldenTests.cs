using Microsoft.AspNetCore.Http;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.Tests.LoadTest;
using VoiceAssist.Cli.Tests.LoadTest.Clusters;
using VoiceAssist.Cli.Tests.LoadTest.Generation;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Golden;

/// <summary>What every command prints, as files to review.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("status -n shop", "status.txt", 0)]
    [InlineData("status -n shop --json", "status.json", 0)]
    [InlineData("explain hpa/web -n shop", "explain.txt", 0)]
    [InlineData("explain hpa/web -n shop -o json", "explain.json", 0)]
    [InlineData("verify -n shop -f tests/VoiceAssist.Cli.Tests/Verify/shop.yaml", "verify-files.txt", 1)]
    [InlineData("verify -n shop -f tests/VoiceAssist.Cli.Tests/Verify/shop.yaml --json", "verify-files.json", 1)]
    public async Task A_foreign_namespace(string command, string file, int code)
    {
        await using var cluster = await ShopCluster.StartAsync();
        await CheckAsync(cluster, command, file, code, ShopCluster.Clock);
    }

    [Theory]
    [InlineData("setup dev --yes --json", "setup.json", 0)]
    [InlineData("setup dev --dry-run", "setup-dry-run.txt", 0)]
    [InlineData("setup dev --dry-run --json", "setup-dry-run.json", 0)]
    [InlineData("setup dev --yes", "setup.txt", 0)]
    public async Task A_new_cluster(string command, string file, int code)
    {
        await using var cluster = await Clusters.FullAsync();
        await CheckAsync(cluster, command, file, code);
    }

    [Theory]
    [InlineData("setup dev --yes", "setup-again.txt", 0)]
    [InlineData("setup dev --yes --json", "setup-again.json", 0)]
    [InlineData("history dev", "history.txt", 0)]
    [InlineData("history dev --json", "history.json", 0)]
    [InlineData("verify dev", "verify.txt", 1)]
    [InlineData("verify dev --json", "verify.json", 1)]
    [InlineData("rollback dev --dry-run", "rollback-dry-run.txt", 0)]
    [InlineData("rollback dev --yes", "rollback.txt", 0)]
    [InlineData("rollback dev --yes --json", "rollback.json", 0)]
    public async Task A_cluster_that_was_set_up(string command, string file, int code)
    {
        await using var cluster = await Clusters.FullAsync();
        await CliRun.OnAsync(cluster, "setup dev --yes");
        await CheckAsync(cluster, command, file, code);
    }

    [Theory]
    [InlineData("plan prod --node 8cpu/32Gi@0.38EUR --spare-nodes 1", "plan.txt", 0)]
    [InlineData("plan prod --node 8cpu/32Gi --json", "plan.json", 0)]
    [InlineData("advise prod", "advise.txt", 0)]
    [InlineData("advise prod --json", "advise.json", 0)]
    [InlineData("simulate dev --workload worker --load step:1->8@5m..20m --for 40m", "simulate.txt", 1)]
    [InlineData("simulate prod --workload server --load step:60->300@1m --for 2m --json", "simulate.json", 0)]
    [InlineData("what-if prod --workload server --load step:60->500@5m..20m --for 60m --set behavior.scaleDown.stabilizationWindowSeconds=60", "what-if.txt", 0)]
    [InlineData("what-if prod --workload server --load step:60->300@30s --for 1m --set maxReplicas=20 --json", "what-if.json", 0)]
    public async Task Without_a_cluster(string command, string file, int code)
    {
        await using var cluster = await Clusters.BareAsync();
        await CheckAsync(cluster, command, file, code);
        Assert.Empty(cluster.Requests);
    }

    [Theory]
    [InlineData("recommend prod", "recommend.txt", 0)]
    [InlineData("recommend prod --json", "recommend.json", 0)]
    public async Task Recommendations(string command, string file, int code)
    {
        await using var cluster = await RecommendedCluster.StartAsync();
        await CheckAsync(cluster, command, file, code);
    }

    [Theory]
    [InlineData("test dev all --url GATEWAY --for 3s --cool-down 4s --every 4s --rate 20 --job-rate 10 --max-p99 60000", "test.txt")]
    [InlineData("test dev all --url GATEWAY --for 3s --cool-down 4s --every 4s --rate 20 --job-rate 10 --max-p99 60000 --json", "test.json")]
    [InlineData("load GATEWAY --api ramp:20@1s,hold:1s --jobs hold:10@1s --seed 7", "load.json")]
    public async Task Under_load(string command, string file)
    {
        await using var cluster = await LoadedCluster.StartAsync();
        var isTest = command.StartsWith("test ", StringComparison.Ordinal);
        var run = await CliRun.OnAsync(
            cluster.Api,
            command.Replace("GATEWAY", cluster.Gateway.Url.ToString(), StringComparison.Ordinal) + (isTest ? $" --reports {cluster.Folder}" : ""),
            variables => variables["VOICEASSIST_API_KEY"] = cluster.Key,
            time: isTest ? new FastClock(speed: 5) : null);
        Assert.True(run.Code == 0, run.Error + run.Output);
        GoldenFile.Matches(file, MeasuredFigures.Mask(run.Output.Replace(cluster.Folder, "REPORTS", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "test-local.txt")]
    [InlineData(" --json", "test-local.json")]
    public async Task A_rehearsal(string form, string file)
    {
        var status = new RehearsalStatus { Speed = 5, Environment = "prod", Seconds = 60, Workloads = [SampleWorkload.Of(replicas: 2)] };
        await using var gateway = await LoadedServer.StartAsync(async context =>
        {
            if (context.Request.Path == RehearsalStatus.Path)
            {
                await context.Response.WriteAsJsonAsync(status, RehearsalStatus.Json);
                return;
            }

            context.Response.StatusCode = context.Request is { Method: "POST", ContentType: "audio/wav" } ? 202 : 415;
        });
        await using var cluster = await Clusters.BareAsync();
        var reports = Directory.CreateTempSubdirectory("voiceassist-reports").FullName;
        try
        {
            var run = await CliRun.OnAsync(cluster, $"test local worker --url {gateway.Url} --for 10s --cool-down 8s --every 12s --job-rate 10 --max-p99 60000 --reports {reports}{form}");
            Assert.True(run.Code == 0, run.Error + run.Output);
            Assert.Empty(cluster.Requests);
            GoldenFile.Matches(file, MeasuredFigures.Mask(run.Output.Replace(reports, "REPORTS", StringComparison.Ordinal).Replace(gateway.Url.Authority, "GATEWAY", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(reports, recursive: true);
        }
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("pwsh")]
    public async Task Completion(string shell)
    {
        await using var cluster = await Clusters.BareAsync();
        await CheckAsync(cluster, $"completion {shell}", $"completion-{shell}.txt", 0);
    }

    [Fact]
    public void Every_command_has_its_files()
    {
        var files = Directory.GetFiles(GoldenFile.Folder).Select(f => Path.GetFileName(f)!).ToList();
        foreach (var command in CommandLine.Root(new() { Output = TextWriter.Null, Error = TextWriter.Null }).Subcommands)
        {
            // 'load' speaks JSON alone.
            string[] forms = command.Name == "load" ? [".json"] : command.Options.Any(o => o.Name == "--json") ? [".txt", ".json"] : [".txt"];
            Assert.All(forms, form => Assert.Contains(files, f => (f.StartsWith(command.Name + "-", StringComparison.Ordinal) || f == command.Name + form) && f.EndsWith(form, StringComparison.Ordinal)));
        }
    }

    private static async Task CheckAsync(KubernetesApi cluster, string command, string file, int code, TimeProvider? time = null)
    {
        var run = await CliRun.OnAsync(cluster, command, time: time);
        Assert.Equal(code, run.Code);
        GoldenFile.Matches(file, run.Output);
    }
}
