using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Store;

public class JobClaimsTests(SharedPostgres postgres)
{
    private static readonly DateTimeOffset Now = JobRecord.Now;

    [Fact]
    public async Task A_job_that_many_want_is_claimed_by_one()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            record.Claims.ClaimAsync([id], $"worker {i}", Now, JobRecord.Lease, CancellationToken.None)));

        Assert.Equal(1, Assert.Single(claims.SelectMany(jobs => jobs)).Attempt);
    }

    [Fact]
    public async Task A_claim_tells_all_that_a_run_needs()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now, job => job with { Speak = true, Priority = JobPriority.Batch });

        var job = await record.ClaimAsync(id, Now.AddSeconds(3));

        Assert.Equal(
            new ClaimedJob(id, 1, "kind", """{"a": 1}""", true, 0, new(id, JobPriority.Batch, Now), Now.AddSeconds(3), new("00-parent", "vendor=1")),
            job);
    }

    [Fact]
    public async Task Many_jobs_are_claimed_at_once_and_those_that_wait_no_more_are_left_out()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        Guid[] ids = [await record.AddAsync(Now), await record.AddAsync(Now), await record.AddAsync(Now.AddHours(1)), Guid.NewGuid()];
        await record.ClaimAsync(ids[1]);

        var claimed = await record.Claims.ClaimAsync(ids, "worker", Now, JobRecord.Lease, CancellationToken.None);

        Assert.Equal([ids[0]], claimed.Select(job => job.Id));
    }

    [Fact]
    public async Task Only_the_owner_of_a_lease_renews_it_and_learns_of_a_cancellation()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var (mine, others, calledOff) = (await record.AddAsync(Now), await record.AddAsync(Now), await record.AddAsync(Now));
        await record.ClaimAsync(mine);
        await record.ClaimAsync(others, worker: "other");
        await record.ClaimAsync(calledOff);
        await using (var command = record.Database.Command("update jobs set cancel_at = now() where id = $1", calledOff))
        {
            await command.ExecuteNonQueryAsync();
        }

        var own = await record.Claims.RenewAsync([mine, others, calledOff], "worker", Now.AddMinutes(1), CancellationToken.None);

        Assert.Equal(new Dictionary<Guid, bool> { [mine] = false, [calledOff] = true }, own);
    }
}
