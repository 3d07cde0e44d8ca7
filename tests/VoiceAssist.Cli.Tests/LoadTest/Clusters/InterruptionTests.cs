using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestCluster.Serving;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>A test is interrupted at each of its requests to the cluster in turn, until one run comes to its end.</summary>
[Collection(nameof(AloneGroup))]
public sealed class InterruptionTests
{
    private const string Short = "--for 2s --cool-down 1s --every 2s --rate 10 --job-rate 10 --max-p99 60000";

    /// <summary>Far more than a run has, so that a run which never ends is seen.</summary>
    private const int Most = 300;

    private readonly FastClock _time = new(speed: 20);

    public InterruptionTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process listens on is found in /proc.");

    [Theory]
    [InlineData("from a Job", "--in-cluster")]
    [InlineData("from here", "")]
    public async Task Ctrl_C_at_any_point_leaves_no_object_no_listener_and_nothing_that_runs(string from, string option)
    {
        var isJob = option.Length > 0;
        await using var cluster = await LoadedCluster.StartAsync();
        var (objects, ports, seen) = (cluster.Api.Visible(), OwnListeners.Ports(), new List<(RecordedRequest Request, bool HasBegun)>());
        RecordedRequest? at;
        do
        {
            Assert.True(seen.Count < Most, $"No test {from} came to its end: {seen.LastOrDefault()}");
            await using var runner = isJob ? new JobRunner(cluster, time: _time) : null;
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
            var run = await cluster.TestAsync($"dev all {Short} {option}", time: _time, cancel: interrupt.Token);
            cluster.Api.Arrived = null;
            await (runner?.StopAsync() ?? Task.CompletedTask);

            // When the Job is removed at the end, the test has its result.
            Assert.True(run.Code == 130 || at is null or { Method: "DELETE" }, $"Interrupted at {at} it ended with {run.Code}: {run.Error}");
            Assert.Equal(objects, cluster.Api.Visible());
            Assert.Equal(ports, OwnListeners.Ports());
            if (at is not null)
            {
                seen.Add((at, cluster.Gateway.Requests > sent + 2));
            }
        }
        while (at is not null);

        Assert.Contains(seen, s => s.HasBegun);
        Assert.Equal(isJob, seen.Any(s => s.Request is { Method: "POST" } && s.Request.Path.EndsWith("/jobs", StringComparison.Ordinal)));
        Assert.Equal(isJob, seen.Any(s => !s.HasBegun && s.Request.Path.EndsWith("/log", StringComparison.Ordinal)));
        Assert.Equal(!isJob, seen.Any(s => s.Request.Path.EndsWith("/portforward", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_Job_that_is_still_being_made_at_Ctrl_C_is_removed_too()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        var objects = cluster.Api.Visible();
        using var interrupt = new CancellationTokenSource();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.Api.Arrived = async request =>
        {
            if (request.Method == "POST" && request.Path.EndsWith("/jobs", StringComparison.Ordinal))
            {
                await interrupt.CancelAsync();

                // A test that does not wait for the answer ends well within this time.
                await Task.WhenAny(ended.Task, Task.Delay(500));
            }
        };
        var before = cluster.Api.Objects.Version;

        var run = await cluster.TestAsync($"dev all {Short} --in-cluster", time: _time, cancel: interrupt.Token);
        ended.SetResult();

        Assert.Equal(130, run.Code);
        await Eventually.BeAsync("the Job was made", () => Task.FromResult(cluster.Api.Objects.Version != before));
        Assert.Equal(objects, cluster.Api.Visible());
    }

    [Fact]
    public async Task A_Job_whose_making_is_not_answered_is_removed()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        var objects = cluster.Api.Visible();
        cluster.Api.Fail(new(0, r => r.Method == "POST" && r.Path.EndsWith("/jobs", StringComparison.Ordinal), AfterWriting: true));

        var run = await cluster.TestAsync($"dev api {Short} --in-cluster", time: _time);

        Assert.Equal(1, run.Code);
        Assert.Contains("The load cannot be prepared", run.Error, StringComparison.Ordinal);
        Assert.Equal(objects, cluster.Api.Visible());
    }
}
