using System.Text.RegularExpressions;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests;

/// <summary>Gateway and workers as processes on real servers.</summary>
public partial class EndToEndTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    public static TheoryData<RedisFlavor> Flavors => [.. Enum.GetValues<RedisFlavor>()];

    [Theory]
    [MemberData(nameof(Flavors))]
    public async Task A_text_command_is_accepted_and_answered(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(flavor)).ConnectionString);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis);
        await gateway.ReadyAsync();

        var job = await gateway.Client.DoneAsync(await gateway.Client.SubmitAsync("Set a timer for five minutes, please!"));

        Assert.Equal((JobKinds.Command, JobState.Succeeded, 1), (job.Kind, job.State, job.Attempts));
        var command = job.Command();
        Assert.Equal(("timer.set", "300", "Timer set for 5 minutes."), (command.Intent, command.Slots["seconds"], command.Answer));
    }

    [Fact]
    public async Task A_job_accepted_while_Redis_is_down_is_answered_after_it_is_back()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis.ConnectionString);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis.ConnectionString);
        await gateway.ReadyAsync();
        await redis.KillAsync();

        var location = await gateway.Client.SubmitAsync("what time is it");
        await redis.ResumeAsync();

        Assert.Equal("clock.time", (await gateway.Client.DoneAsync(location)).Command().Intent);
    }

    [Fact]
    public async Task One_trace_spans_gateway_and_worker()
    {
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        var (database, redis) = (await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(RedisFlavor.Redis)).ConnectionString);
        await using var collector = await TraceCollector.StartAsync();
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis, collector.Environment("the-gateway"));
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis, collector.Environment("the-worker"));
        await gateway.ReadyAsync();

        await gateway.Client.DoneAsync(await gateway.Client.SubmitAsync("turn on the lights", $"00-{TraceId}-00f067aa0ba902b7-01"));

        await Eventually.BeAsync("the gateway's span has arrived", () => Task.FromResult(collector.Holds("the-gateway", "submit command", TraceId)));
        await Eventually.BeAsync("the worker's span has arrived", () => Task.FromResult(collector.Holds("the-worker", "process command", TraceId)));
    }

    [Fact]
    public async Task Every_series_that_the_published_monitoring_asks_for_is_exported()
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(RedisFlavor.Redis)).ConnectionString);
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway", database, redis);
        await using var worker = await Workload.StartAsync("VoiceAssist.Worker", database, redis);
        await gateway.ReadyAsync();
        await gateway.Client.DoneAsync(await gateway.Client.SubmitAsync("what is the date"));

        var asked = PublishedMonitoring().SelectMany(file => OwnSeries().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToHashSet();
        Assert.Superset(new HashSet<string> { $"{Metrics.RequestDuration.Exported}_count", Metrics.QueueDepth.Exported, Metrics.QueueOldestAge.Exported, Metrics.Jobs.Exported }, asked);

        // The worker counts a job after its client could see it done.
        HashSet<string> missing = [.. asked, Metrics.QueueInFlight.Exported, $"{Metrics.JobDuration.Exported}_bucket", $"{Metrics.JobWait.Exported}_bucket"];
        var fromWorker = "";
        await Eventually.BeAsync(
            "every series is exported",
            async () =>
            {
                fromWorker = await ScrapeAsync(worker);
                missing.ExceptWith(SampleNames().Matches(await ScrapeAsync(gateway)).Concat(SampleNames().Matches(fromWorker)).Select(match => match.Value));
                return missing.Count == 0;
            },
            () => $"Missing: {string.Join(", ", missing)}");

        // An increase needs a first sample: the first dead letter would be none.
        Assert.Matches($"(?m)^{Metrics.Jobs.Exported}\\{{[^}}]*outcome=\"failed\"[^}}]*\\}} 0$", fromWorker);
    }

    [Fact]
    public async Task A_gateway_that_nobody_calls_has_a_request_rate_all_the_same()
    {
        await using var gateway = await Workload.StartAsync(
            "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(RedisFlavor.Redis)).ConnectionString);
        await gateway.ReadyAsync();

        Assert.Contains($"\n{Metrics.RequestDuration.Exported}_count{{", await ScrapeAsync(gateway), StringComparison.Ordinal);
    }

    private static IEnumerable<string> PublishedMonitoring() =>
        new[] { "monitoring/voiceassist-dashboard.json", "monitoring/prometheus-adapter-values.yaml", "components/alerts/alerts.yaml" }
            .Select(file => Path.Combine(Repository.Tree, file));

    /// <summary>What gateway and worker export, as it stands in a query: followed by its matchers.</summary>
    [GeneratedRegex(@"\b(voiceassist|http_server)_[a-z_]+(?=\{)")]
    private static partial Regex OwnSeries();

    [GeneratedRegex(@"^[a-z_]+(?=[{ ])", RegexOptions.Multiline)]
    private static partial Regex SampleNames();

    private static async Task<string> ScrapeAsync(Workload workload) =>
        await workload.Client.GetStringAsync(new Uri(EndpointPaths.Metrics, UriKind.Relative));
}
