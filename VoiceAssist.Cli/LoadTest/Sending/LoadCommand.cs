using System.CommandLine;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest.Sending;

/// <summary><c>voiceassist load</c>: only the load of a test, where it is best sent from. <c>test --in-cluster</c> runs it as a Job.</summary>
internal static class LoadCommand
{
    private const string Description = $$"""
        Sends load to a gateway and prints what comes of it: a line of JSON every few seconds and one for each load at the end. Nothing is watched or judged; that is what 'test' is for.

        The API key is taken from the variable {{GatewayKey.Variable}}.

        Examples:
          voiceassist load http://voiceassist-server:8000 --api "ramp:200@1m,hold:9m"
          voiceassist load https://voiceassist.example.com --jobs "hold:50@5m" --seed 7

        Ends with 0 when all was sent, however it was answered, 1 when the gateway takes nothing, 2 on wrong usage and 130 when interrupted.
        """;

    /// <summary>Between two lines of progress.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static Command Create(Surroundings around)
    {
        var url = new Argument<string>("URL") { Description = "The gateway's address." };
        var api = new Option<string?>("--api") { Description = $"Requests, in {LoadProfile.Forms}.", HelpName = "STAGES" };
        var jobs = new Option<string?>("--jobs") { Description = "Jobs, in the same form.", HelpName = "STAGES" };
        var after = new Option<string>("--after") { Description = "How long to wait before the first request.", DefaultValueFactory = _ => "0s", HelpName = "TIME" };
        var sending = new SendingOptions();
        var command = new Command("load", Description) { url, api, jobs, after };
        sending.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            List<TestLoad> loads = [.. Load(TestLoad.Gateway, parsed.GetValue(api)), .. Load(TestLoad.Worker, parsed.GetValue(jobs))];
            return loads.Count == 0
                ? throw new UsageException("Nothing to send: give --api, --jobs or both.")
                : await SendAsync(TestArguments.Address("URL", parsed.GetRequiredValue(url)), loads, sending.Of(parsed) with { ApiKey = GatewayKey.Given(around) },
                    TestArguments.Time("--after", parsed.GetRequiredValue(after), least: 0), around, cancel);
        });
        return command;
    }

    private static IEnumerable<TestLoad> Load(string workload, string? stages) =>
        stages is null ? [] : [new(workload, LoadProfile.Parse(stages), TestLimits.Default(workload == TestLoad.Worker))];

    private static async Task<int> SendAsync(Uri gateway, IReadOnlyList<TestLoad> loads, LoadOptions options, TimeSpan after, Surroundings around, CancellationToken cancel)
    {
        var sources = await DirectLoad.ToAsync(gateway, loads, options, around.Time, cancel);
        try
        {
            Print(new(LoadState.Ready, after.TotalSeconds));
            await Task.Delay(after, around.Time, cancel);
            var all = Task.WhenAll(sources.Select(s => s.RunAsync(cancel)));
            while (await Task.WhenAny(all, Task.Delay(Every, around.Time, CancellationToken.None)) != all)
            {
                PrintAll(LoadState.Running, sources.Select(s => s.Result with { Seconds = [] }));
            }

            PrintAll(LoadState.Done, await all);
            return cancel.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Met;
        }
        finally
        {
            foreach (var source in sources)
            {
                source.Dispose();
            }
        }

        void PrintAll(LoadState state, IEnumerable<LoadResult> results)
        {
            foreach (var (load, result) in loads.Zip(results))
            {
                Print(new(state, Workload: load.Workload, Result: result));
            }
        }

        void Print(LoadLine line)
        {
            around.Output.WriteLine(line);
            around.Output.Flush();
        }
    }
}
