using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Tests.Store;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Actors;

public class JanitorTests(SharedPostgres postgres)
{
    private static readonly DateTimeOffset Now = JobRecord.Now;

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Cancelled)]
    public async Task What_ended_before_is_removed_and_nothing_else(JobState state)
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var retention = new JobRetention(record.Database);
        var (old, young, running, waiting) = (
            await EndedAsync(record, state, Now), await EndedAsync(record, state, Now.AddMinutes(2)), await record.AddAsync(Now), await record.AddAsync(Now));
        await record.ClaimAsync(running);

        Assert.Equal(1, await retention.RemoveJobsAsync(state, Now.AddMinutes(1), 100, CancellationToken.None));

        Assert.Null(await record.Store.FindAsync(old, CancellationToken.None));
        Assert.All([young, running, waiting], id => Assert.NotNull(record.Store.FindAsync(id, CancellationToken.None).Result));
    }

    [Fact]
    public async Task Removal_goes_in_batches()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        for (var i = 0; i < 5; i++)
        {
            await EndedAsync(record, JobState.Succeeded, Now);
        }

        var removed = new List<int>();
        do
        {
            removed.Add(await new JobRetention(record.Database).RemoveJobsAsync(JobState.Succeeded, Now.AddMinutes(1), 2, CancellationToken.None));
        }
        while (removed[^1] > 0);

        Assert.Equal([2, 2, 1, 0], removed);
    }

    [Fact]
    public async Task Recordings_go_before_their_jobs_but_not_those_of_dead_letters()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var (done, dead) = (await EndedAsync(record, JobState.Succeeded, Now), await EndedAsync(record, JobState.Failed, Now));

        Assert.Equal(1, await new JobRetention(record.Database).RemoveFilesAsync(Now.AddMinutes(1), 100, CancellationToken.None));

        Assert.NotNull(await record.Store.FindAsync(done, CancellationToken.None));
        Assert.Null(await record.Store.FindFileAsync(done, JobFileNames.Audio, CancellationToken.None));
        Assert.NotNull(await record.Store.FindFileAsync(dead, JobFileNames.Audio, CancellationToken.None));
    }

    [Fact]
    public async Task A_dead_letter_that_is_being_replayed_stays()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await EndedAsync(record, JobState.Failed, Now);
        await using var connection = await record.Database.OpenConnectionAsync();
        await using var replay = await connection.BeginTransactionAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "update jobs set state = 'queued', finished_at = null";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(0, await new JobRetention(record.Database).RemoveJobsAsync(JobState.Failed, Now.AddMinutes(1), 100, CancellationToken.None));
        await replay.CommitAsync();

        Assert.Equal(JobState.Queued, (await record.FindAsync(id)).State);
    }

    private static async Task<Guid> EndedAsync(JobRecord record, JobState state, DateTimeOffset at)
    {
        var id = await record.AddAsync(at, job => job with { Audio = new JobFile(JobFileNames.Audio, "audio/wav", [1]) });
        var run = await record.ClaimAsync(id, at);
        await record.CloseAsync(state == JobState.Failed ? RunEnding.GivenUp(run, "no", at) : new Closing(run, state, at));
        return id;
    }
}
