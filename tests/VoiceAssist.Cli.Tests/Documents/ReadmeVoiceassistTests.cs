using VoiceAssist.Cli.Tests.LoadTest.Clusters;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Documents;

/// <summary>What README.md says of <c>voiceassist</c> is run as it stands there, on a cluster whose current context is the README's.</summary>
public sealed class ReadmeVoiceassistTests
{
    private const string Context = "prod-eu";

    /// <summary>Needs the app host: VoiceAssist.AppHost.Tests runs it, in compressed time.</summary>
    private const string Rehearsal = "voiceassist test local";

    public static TheoryData<string> Reading { get; } = [.. ReadmeCommands.Of("voiceassist ").Where(c => !c.StartsWith("voiceassist test ", StringComparison.Ordinal))];

    public static TheoryData<string> Loading { get; } = [.. ReadmeCommands.Of("voiceassist test ").Where(c => c != Rehearsal)];

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task It_does_what_it_says(string command)
    {
        using var folder = new ReadmeFolder();
        var words = ReadmeCommands.Words(command)[1..];
        await using var cluster = words[0] == "recommend" ? await RecommendedCluster.StartAsync() : await Clusters.FullAsync();
        await File.WriteAllTextAsync(cluster.Kubeconfig, Contexts.Kubeconfig(cluster.Address, Context), TestContext.Current.CancellationToken);
        if (words[0] is not ("setup" or "recommend"))
        {
            Assert.Equal(0, (await CliRun.OnAsync(cluster, $"setup prod --yes --context {Context}")).Code);
        }

        using var interrupt = new CancellationTokenSource();
        if (words.Contains("--watch"))
        {
            var looks = 0;
            cluster.Arrived = async request =>
            {
                if (request.Path.EndsWith("/horizontalpodautoscalers", StringComparison.Ordinal) && Interlocked.Increment(ref looks) == 3)
                {
                    await interrupt.CancelAsync();
                }
            };
        }

        var run = await CliRun.OnAsync(cluster, words, answers: words.Contains("--context") ? "y\n" : $"{Context}\ny\n", folder: folder.Tree, cancel: interrupt.Token);

        var expected = words[0] switch
        {
            // No controller of the cluster runs, which both find.
            "verify" or "explain" => 1,

            // Both policies miss an objective of that day.
            "what-if" => 1,
            _ => words.Contains("--watch") ? 130 : 0,
        };
        Assert.True(run.Code == expected, $"{command}: {run.Code}\n{run.Error}{run.Output}");
        Assert.NotEqual("", run.Output);
        Assert.Equal(words.Contains("--junit"), File.Exists(Path.Combine(folder.Tree, "verify.xml")));
    }

    // They last a quarter of an hour and more: each is interrupted when its load flows.
    [Theory]
    [MemberData(nameof(Loading))]
    public async Task A_test_begins_its_load_and_reports(string command)
    {
        using var folder = new ReadmeFolder();
        var words = ReadmeCommands.Words(command)[1..];
        await using var cluster = await LoadedCluster.StartAsync(words[1], Context);
        await using var runner = new JobRunner(cluster);
        using var interrupt = new CancellationTokenSource();
        words = [.. words.Select(w => w.StartsWith("https://", StringComparison.Ordinal) ? cluster.Gateway.Url.ToString() : w)];

        var running = CliRun.OnAsync(cluster.Api, words, variables => variables["VOICEASSIST_API_KEY"] = cluster.Key, folder: folder.Tree, cancel: interrupt.Token);
        await TestServers.Processes.Eventually.BeAsync("the load flows", () => Task.FromResult(running.IsCompleted || cluster.Gateway.Requests > 50));
        await interrupt.CancelAsync();
        var run = await running;

        Assert.True(run.Code == 130, $"{command}: {run.Code}\n{run.Error}{run.Output}");
        Assert.True(File.Exists(Path.Combine(Assert.Single(Directory.GetDirectories(folder.Reports)), "report.html")));
        Assert.Empty(runner.Jobs);
    }

    [Fact]
    public async Task The_rehearsal_is_run_by_the_app_hosts_tests()
    {
        Assert.Contains(Rehearsal, ReadmeCommands.All);
        var tests = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "VoiceAssist.AppHost.Tests", "Embedded", "Rehearsal", "RehearsalTests.cs"), TestContext.Current.CancellationToken);
        Assert.Contains("\"test\", \"local\"", tests, StringComparison.Ordinal);
    }
}
