using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Cli.Tests.LoadTest.Clusters;

/// <summary>A test whose load is sent by a Job.</summary>
public sealed class JobInterruptionTests
{
    [Fact]
    public async Task Ctrl_C_at_any_point_leaves_no_object()
    {
        await using var cluster = await LoadedCluster.StartAsync();
        var objects = cluster.Api.Visible();

        void Check() => Assert.Equal(objects, cluster.Api.Visible());

        await Interruption.AtEachRequestAsync(cluster, "--in-cluster", Check);

        // Requests are not as many in each run; these points are met whatever their number.
        Assert.NotNull(await Interruption.AtAsync(cluster, "--in-cluster", r => r.Method == "POST" && r.Path.EndsWith("/jobs", StringComparison.Ordinal), Check));
        Assert.NotNull(await Interruption.AtAsync(cluster, "--in-cluster", r => r.Path.EndsWith("/log", StringComparison.Ordinal), Check));
        Assert.NotNull(await Interruption.AtAsync(cluster, "--in-cluster", Interruption.UnderLoad(cluster), Check));
        Assert.NotNull(await Interruption.AtAsync(cluster, "--in-cluster", r => r.Method == "DELETE", Check));
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

        var run = await cluster.TestAsync($"dev all {Interruption.Short} --in-cluster", time: Interruption.Time, cancel: interrupt.Token);
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

        var run = await cluster.TestAsync($"dev api {Interruption.Short} --in-cluster", time: Interruption.Time);

        Assert.Equal(1, run.Code);
        Assert.Contains("The load cannot be prepared", run.Error, StringComparison.Ordinal);
        Assert.Equal(objects, cluster.Api.Visible());
    }
}
