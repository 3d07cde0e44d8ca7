using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Store;

public class JobStoreTests(SharedPostgres postgres) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private NpgsqlDataSource _database = null!;
    private JobStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await new Migrator(_database, MigrationCatalog.All).ApplyAsync(CancellationToken.None);
        _store = new JobStore(_database);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_job_that_many_want_is_claimed_by_one()
    {
        var id = await AddAsync(Now);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _store.ClaimAsync(id, $"worker {i}", Now, CancellationToken.None)));

        Assert.Equal(1, Assert.Single(claims, claim => claim is not null)!.Attempt);
    }

    [Fact]
    public async Task A_claim_tells_all_that_a_run_needs()
    {
        var id = await AddAsync(Now);

        var job = await _store.ClaimAsync(id, "worker", Now.AddSeconds(3), CancellationToken.None);

        Assert.Equal(new ClaimedJob(id, 1, "kind", """{"a": 1}""", Now, Now.AddSeconds(3), new("00-parent", "vendor=1")), job);
    }

    [Fact]
    public async Task A_closed_job_shows_its_result_and_times()
    {
        var id = await AddAsync(Now);
        var job = await _store.ClaimAsync(id, "worker", Now.AddSeconds(1), CancellationToken.None);

        Assert.True(await _store.SucceedAsync(job!, """{"b":2}""", Now.AddSeconds(2), CancellationToken.None));

        var view = await _store.FindAsync(id, CancellationToken.None);
        Assert.Equal(
            (JobState.Succeeded, Now, Now.AddSeconds(1), Now.AddSeconds(2), 1, """{"b": 2}""", null),
            (view!.State, view.CreatedAt, view.StartedAt, view.FinishedAt, view.Attempts, view.Result?.GetRawText(), view.Reason));
    }

    [Fact]
    public async Task A_job_is_closed_once()
    {
        var job = await _store.ClaimAsync(await AddAsync(Now), "worker", Now, CancellationToken.None);

        Assert.True(await _store.FailAsync(job!, "no", Now, CancellationToken.None));
        Assert.False(await _store.SucceedAsync(job!, "{}", Now, CancellationToken.None));
        Assert.False(await _store.HandBackAsync(job!, CancellationToken.None));
    }

    [Fact]
    public async Task A_run_that_is_not_the_latest_cannot_close_the_job()
    {
        var id = await AddAsync(Now);
        var stale = await _store.ClaimAsync(id, "worker 1", Now, CancellationToken.None);
        await _store.HandBackAsync(stale!, CancellationToken.None);
        var latest = await _store.ClaimAsync(id, "worker 2", Now, CancellationToken.None);

        Assert.False(await _store.SucceedAsync(stale!, """{"by":1}""", Now, CancellationToken.None));
        Assert.Equal(2, latest!.Attempt);
        Assert.Equal(JobState.Running, (await _store.FindAsync(id, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Pages_of_waiting_jobs_hold_each_job_once_in_order_of_being_due()
    {
        // Five share one moment: only the id tells them apart.
        var added = new List<WaitingJob>();
        foreach (var dueAt in new[] { 0, 1, 1, 1, 1, 1, 2 }.Select(seconds => Now.AddSeconds(seconds)))
        {
            added.Add(new WaitingJob(await AddAsync(dueAt), dueAt));
        }

        await AddAsync(Now.AddHours(1));
        await _store.ClaimAsync(await AddAsync(Now), "worker", Now, CancellationToken.None);

        var seen = new List<Guid>();
        var last = default(WaitingJob);
        while (await _store.WaitingAsync(Now.AddMinutes(1), last, 2, CancellationToken.None) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(job => job.Id));
            last = page[^1];
        }

        Assert.Equal(added.OrderBy(job => job.DueAt).ThenBy(job => job.Id.ToString(), StringComparer.Ordinal).Select(job => job.Id), seen);
    }

    [Fact]
    public async Task The_oldest_waiting_job_is_the_one_due_first()
    {
        Assert.Null(await _store.OldestWaitingAsync(CancellationToken.None));

        await AddAsync(Now.AddSeconds(5));
        await AddAsync(Now);

        Assert.Equal(Now, await _store.OldestWaitingAsync(CancellationToken.None));
    }

    private async Task<Guid> AddAsync(DateTimeOffset at)
    {
        var job = new NewJob(Guid.CreateVersion7(at), "kind", """{"a":1}""", at, new("00-parent", "vendor=1"));
        await _store.AddAsync(job, CancellationToken.None);
        return job.Id;
    }
}
