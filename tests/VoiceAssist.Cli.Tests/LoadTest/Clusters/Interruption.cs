using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestCluster.Serving;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>Ctrl+C at each request of a test in turn, until one run comes to its end.</summary>
internal static class Interruption
{
    /// <summary>What the tests of interruption run, on <see cref="Time"/>.</summary>
    public const string Short = "--for 2s --cool-down 1s --every 2s --rate 10 --job-rate 10 --max-p99 60000";

    /// <summary>Far more than a run has, so that a run which never ends is seen.</summary>
    private const int Most = 300;

    public static FastClock Time { get; } = new(speed: 20);

    /// <param name="cluster">Where.</param>
    /// <param name="option">What is added to the command.</param>
    /// <param name="check">What must hold after each run.</param>
    public static async Task AtEachRequestAsync(LoadedCluster cluster, string option, Action check)
    {
        for (var n = 1; n <= Most; n++)
        {
            var left = n;
            if (await AtAsync(cluster, option, _ => Interlocked.Decrement(ref left) == 0, check) is null)
            {
                return;
            }
        }

        Assert.Fail("No test came to its end.");
    }

    /// <summary>One run that is interrupted at the first request of a kind.</summary>
    /// <returns>The request; null where there was none.</returns>
    public static async Task<RecordedRequest?> AtAsync(LoadedCluster cluster, string option, Func<RecordedRequest, bool> isIt, Action check)
    {
        await using var runner = new JobRunner(cluster, time: Time);
        using var interrupt = new CancellationTokenSource();
        RecordedRequest? at = null;
        cluster.Api.Arrived = request =>
        {
            if (isIt(request) && Interlocked.CompareExchange(ref at, request, null) is null)
            {
                interrupt.Cancel();
            }

            return Task.CompletedTask;
        };
        var run = await cluster.TestAsync($"dev all {Short} {option}", time: Time, cancel: interrupt.Token);
        cluster.Api.Arrived = null;
        await runner.StopAsync();

        // When the Job is removed at the end, the test has its result.
        Assert.True(run.Code == 130 || at is null or { Method: "DELETE" }, $"Interrupted at {at} it ended with {run.Code}: {run.Error}");
        check();
        return at;
    }

    /// <summary>Whether a load flows: more has come than what a test asks before it.</summary>
    public static Func<RecordedRequest, bool> UnderLoad(LoadedCluster cluster)
    {
        var before = cluster.Gateway.Requests;
        return _ => cluster.Gateway.Requests > before + 1;
    }
}
