using VoiceAssist.Cli.Tests.Support;
using VoiceAssist.TestCluster.Serving;

namespace VoiceAssist.Cli.Tests.Setup;

/// <summary>What <c>setup</c> says and leaves when it does not get to its end.</summary>
public sealed class SetupFailureTests
{
    [Fact]
    public async Task A_rollout_that_fails_says_why_what_was_done_and_how_to_undo_it()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.RunBy("voiceassist-worker");
        cluster.MakeSpace();
        cluster.Make("""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"w-1","labels":{"app.kubernetes.io/name":"voiceassist-worker"}},
             "status":{"containerStatuses":[{"name":"worker","state":{"waiting":{"reason":"ImagePullBackOff","message":"no such image"}}}]}}
            """);
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("timed out progressing", run.Error, StringComparison.Ordinal);
        Assert.Contains("worker: ImagePullBackOff, no such image", run.Error, StringComparison.Ordinal);
        Assert.Contains("Undo it with: voiceassist rollback dev --context test", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_half_way_can_be_rolled_back_at_once()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        var before = cluster.Visible();
        cluster.Fail(new(403, r => r.IsWrite && r.Path.EndsWith("deployments/voiceassist-worker", StringComparison.Ordinal)));
        var run = await CliRun.OnAsync(cluster, "setup dev", answers: "y\ny\n");
        Assert.Equal(1, run.Code);
        Assert.Contains("Setup failed and was rolled back.", run.Error, StringComparison.Ordinal);
        var after = cluster.Visible().Where(o => !o.Key.Contains("voiceassist-secrets", StringComparison.Ordinal)).ToDictionary();
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_verification_that_cannot_be_made_leaves_the_setup_standing_and_offers_no_rollback(int code)
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Fail(new(code, r => r.Method == "GET" && r.Path.EndsWith("/pods", StringComparison.Ordinal), int.MaxValue));
        var run = await CliRun.OnAsync(cluster, "setup dev --rollback-on-failure", answers: "y\ny\n");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains("dev on test: setup 1 done, but it could not be verified: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("voiceassist verify dev --context test", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Roll back", run.Output, StringComparison.Ordinal);
        Assert.NotNull(cluster.Get("Deployment", "voiceassist-server"));
        Assert.Contains("complete", (await CliRun.OnAsync(cluster, "history dev")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verification_with_findings_leaves_the_setup_standing_and_offers_no_rollback()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        cluster.Make("""{"apiVersion":"v1","kind":"ResourceQuota","metadata":{"name":"tight"},"spec":{"hard":{"requests.cpu":"1"}}}""");
        var run = await CliRun.OnAsync(cluster, "setup dev --rollback-on-failure", answers: "y\ny\n");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Matches("BROKEN +quota +ResourceQuota tight ", run.Output);
        Assert.Contains("setup 1 done; ", run.Output, StringComparison.Ordinal);
        Assert.Contains("complete", (await CliRun.OnAsync(cluster, "history dev")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_busy_server_and_broken_connections_are_waited_out(int code)
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Fail(new Fault(code, r => r.Method == "PATCH", Times: 3));
        cluster.Fail(new Fault(code, r => r.Method == "PATCH" && r.IsWrite, Times: 1, AfterWriting: true));
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_connection_that_stays_broken_ends_it_in_one_line_and_leaves_a_record()
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.Fail(new Fault(0, r => r.IsWrite && r.Path.Contains("deployments", StringComparison.Ordinal), Times: int.MaxValue));
        var run = await CliRun.OnAsync(cluster, "setup dev --yes");
        Assert.Equal(1, run.Code);
        Assert.Contains("Undo it with", run.Error, StringComparison.Ordinal);
        Assert.Contains("not finished", (await CliRun.OnAsync(cluster, "history dev")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task An_interruption_says_what_was_done_and_can_be_undone(int writes)
    {
        await using var cluster = await Clusters.FullAsync();
        cluster.MakeSpace();
        var before = cluster.Visible();
        using var stop = new CancellationTokenSource();
        var seen = 0;
        cluster.Fail(new Fault(0, r =>
        {
            if (r.IsWrite && ++seen == writes)
            {
                stop.Cancel();
            }

            return false;
        }));
        var run = await CliRun.OnAsync(cluster, "setup dev --yes", cancel: stop.Token);
        Assert.Equal(130, run.Code);
        Assert.Contains("Interrupted.\nDone before that: setup 1 recorded", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CliRun.OnAsync(cluster, "rollback dev --yes")).Code);
        Assert.Equal(before, cluster.Visible().Where(o => !o.Key.StartsWith("Secret", StringComparison.Ordinal)).ToDictionary());
    }
}
