using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.RedisOnly;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.Jobs.Tests.Store;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.RedisOnly;

/// <summary>Leases, retries and fencing where Redis alone holds the jobs.</summary>
public class RedisOnlyJobsTests(SharedRedis servers) : IClassFixture<SharedRedis>
{
    private static readonly NewJob Job = new() { Kind = "kind", Payload = """{"a": "b c"}""" };

    private readonly FakeTimeProvider _time = new(JobRecord.Now);

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_job_is_claimed_once_and_its_end_can_be_read(RedisFlavor flavor)
    {
        await using var redis = await ConnectAsync(flavor);
        var (submitter, one, two) = (new RedisOnlySubmitter(redis, _time), Worker(redis), Worker(redis));
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => submitter.SubmitAsync(Job)));

        var (first, second) = ((await one.ClaimAsync(6)).Claimed, (await two.ClaimAsync(6)).Claimed);

        Assert.Equal(ids.Order(), first.Concat(second).Select(job => job.Id).Order());
        Assert.Equal(("kind", """{"a": "b c"}""", 1), (first[0].Kind, first[0].Payload, first[0].Attempt));
        Assert.Null(await submitter.FindEndAsync(first[0].Id));
        await one.CloseAsync([Succeeded(first[0]), RunEnding.GivenUp(first[1], "no", JobRecord.Now)], CancellationToken.None);
        Assert.Equal(
            ["succeeded {}", "failed no"], [await submitter.FindEndAsync(first[0].Id), await submitter.FindEndAsync(first[1].Id)]);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_run_that_has_lost_its_lease_cannot_close_the_job(RedisFlavor flavor)
    {
        await using var redis = await ConnectAsync(flavor);
        var (submitter, one, two) = (new RedisOnlySubmitter(redis, _time), Worker(redis), Worker(redis));
        await submitter.SubmitAsync(Job);
        var lost = Assert.Single((await one.ClaimAsync(1)).Claimed);

        _time.Advance(TimeSpan.FromSeconds(31));
        await UpkeepAsync(redis);

        var again = Assert.Single((await two.ClaimAsync(1)).Claimed);
        Assert.Equal(lost.Id, again.Id);
        Assert.Empty(await one.CloseAsync([Succeeded(lost)], CancellationToken.None));
        Assert.Empty(await one.RenewAsync([lost.Id]));
        Assert.Equal(JobState.Succeeded, (await two.CloseAsync([Succeeded(again)], CancellationToken.None))[again.Id]);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_renewed_lease_keeps_the_job(RedisFlavor flavor)
    {
        await using var redis = await ConnectAsync(flavor);
        var (submitter, worker) = (new RedisOnlySubmitter(redis, _time), Worker(redis));
        await submitter.SubmitAsync(Job);
        var run = Assert.Single((await worker.ClaimAsync(1)).Claimed);

        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal([run.Id], (await worker.RenewAsync([run.Id])).Keys);
        _time.Advance(TimeSpan.FromSeconds(20));
        await UpkeepAsync(redis);

        Assert.Equal(0, (await worker.ClaimAsync(1)).Taken);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_failed_run_comes_back_when_its_retry_is_due_and_a_delayed_job_when_it_is(RedisFlavor flavor)
    {
        await using var redis = await ConnectAsync(flavor);
        var (submitter, worker) = (new RedisOnlySubmitter(redis, _time), Worker(redis));
        await submitter.SubmitAsync(Job);
        var delayed = await submitter.SubmitAsync(Job with { DueAt = JobRecord.Now.AddSeconds(10) });
        var run = Assert.Single((await worker.ClaimAsync(10)).Claimed);
        await worker.CloseAsync([new Closing(run, JobState.Queued, JobRecord.Now) { Reason = "no", DueAt = JobRecord.Now.AddSeconds(10) }], CancellationToken.None);
        await UpkeepAsync(redis);
        Assert.Equal(0, (await worker.ClaimAsync(10)).Taken);

        _time.Advance(TimeSpan.FromSeconds(10));
        await UpkeepAsync(redis);

        var due = (await worker.ClaimAsync(10)).Claimed.OrderBy(job => job.Failures).ToArray();
        Assert.Equal([(delayed, 1, 0), (run.Id, 2, 1)], due.Select(job => (job.Id, job.Attempt, job.Failures)));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task What_is_handed_back_can_be_claimed_at_once(RedisFlavor flavor)
    {
        await using var redis = await ConnectAsync(flavor);
        var (submitter, worker) = (new RedisOnlySubmitter(redis, _time), Worker(redis));
        var id = await submitter.SubmitAsync(Job);
        var run = Assert.Single((await worker.ClaimAsync(1)).Claimed);

        await worker.CloseAsync([RunEnding.HandedBack(run, JobRecord.Now)], CancellationToken.None);

        Assert.Equal(id, Assert.Single((await worker.ClaimAsync(1)).Claimed).Id);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task What_needs_the_record_is_refused_by_name(RedisFlavor flavor)
    {
        await using var redis = await ConnectAsync(flavor);
        var submitter = new RedisOnlySubmitter(redis, _time);

        await Assert.ThrowsAsync<ArgumentException>(() => submitter.SubmitAsync(Job with { Speak = true }));
        await Assert.ThrowsAsync<ArgumentException>(() => submitter.SubmitAsync(Job with { Kind = "two words" }));
    }

    private static Closing Succeeded(ClaimedJob job) => new(job, JobState.Succeeded, JobRecord.Now) { Result = "{}" };

    private RedisOnlyJobs Worker(RedisConnection redis) => new(redis, new WorkerIdentity(), Options.Create(new ProcessorOptions()), _time);

    private async Task UpkeepAsync(RedisConnection redis)
    {
        using var upkeep = new RedisOnlyUpkeep(redis, new Schema(), _time, NullLogger<RedisOnlyUpkeep>.Instance);
        await upkeep.TickAsync(CancellationToken.None);
    }

    private async Task<RedisConnection> ConnectAsync(RedisFlavor flavor)
    {
        var connection = new RedisConnection((await servers.EmptyAsync(flavor)).ConnectionString, "tests", NullLoggerFactory.Instance);
        await connection.StartAsync(CancellationToken.None);
        await Eventually.BeAsync("the client is connected", () => Task.FromResult(connection is { HasTried: true, Multiplexer.IsConnected: true }));
        return connection;
    }
}
