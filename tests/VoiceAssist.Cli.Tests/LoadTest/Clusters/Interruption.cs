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
    /// <returns>At which requests it was interrupted, and whether the load had begun by then.</returns>
    public static async Task<IReadOnlyList<(RecordedRequest Request, bool HasBegun)>> AtEachRequestAsync(LoadedCluster cluster, string option, Action check)
    {
        var seen = new List<(RecordedRequest Request, bool HasBegun)>();
        RecordedRequest? at;
        do
        {
            Assert.True(seen.Count < Most, $"No test came to its end: {seen.LastOrDefault()}");
            await using var runner = new JobRunner(cluster, time: Time);
            using var interrupt = new CancellationTokenSource();
            var (left, sent) = (seen.Count + 1, cluster.Gateway.Requests);
            at = null;
            cluster.Api.Arrived = request =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    at = request;
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
            if (at is not null)
            {
                seen.Add((at, cluster.Gateway.Requests > sent + 2));
            }
        }
        while (at is not null);

        return seen;
    }
}
