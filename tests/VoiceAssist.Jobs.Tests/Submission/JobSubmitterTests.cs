using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Submission;

public class JobSubmitterTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    private static readonly NewJob Job = new() { Kind = "kind", Payload = """{"a":1}""" };

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Many_submissions_at_once_are_all_committed(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => gateway.Submitter.SubmitAsync(Job, CancellationToken.None)));

        Assert.Equal(1_000, accepted.Select(acceptance => acceptance.Job.Id).Distinct().Count());
        foreach (var acceptance in accepted)
        {
            Assert.NotNull(await gateway.Store.FindAsync(acceptance.Job.Id, CancellationToken.None));
        }
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task What_is_accepted_looks_like_what_is_found(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);
        var asked = Job with { Priority = JobPriority.Batch, DueAt = DateTimeOffset.UtcNow.AddHours(1), Speak = true };

        var accepted = await gateway.Submitter.SubmitAsync(asked, CancellationToken.None);

        var found = await gateway.Store.FindAsync(accepted.Job.Id, CancellationToken.None);
        Assert.Equal((JobState.Queued, JobPriority.Batch, "kind"), (found!.State, found.Priority, found.Kind));
        Assert.Equal(accepted.Job.CreatedAt, found.CreatedAt, TimeSpan.FromMilliseconds(1));
        Assert.Equal(accepted.Job.DueAt, found.DueAt, TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_recording_is_stored_with_its_job(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);
        var audio = new JobFile(JobFileNames.Audio, "audio/wav", [1, 2, 3]);

        var accepted = await gateway.Submitter.SubmitAsync(Job with { Audio = audio }, CancellationToken.None);

        var found = await gateway.Store.FindFileAsync(accepted.Job.Id, JobFileNames.Audio, CancellationToken.None);
        Assert.Equal((audio.ContentType, 3), (found!.ContentType, found.Content.Length));
        Assert.Null(await gateway.Store.FindFileAsync(accepted.Job.Id, JobFileNames.Speech, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task The_same_key_gives_the_same_job_also_when_both_come_at_once(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);
        var asked = Job with { Idempotency = new IdempotencyKey("client", "key") };

        var accepted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gateway.Submitter.SubmitAsync(asked, CancellationToken.None)));

        Assert.Single(accepted.Select(acceptance => acceptance.Job.Id).Distinct());
        Assert.Single(accepted, acceptance => !acceptance.Existed);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_key_belongs_to_its_client(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);

        var one = await gateway.Submitter.SubmitAsync(Job with { Idempotency = new IdempotencyKey("one", "key") }, CancellationToken.None);
        var two = await gateway.Submitter.SubmitAsync(Job with { Idempotency = new IdempotencyKey("two", "key") }, CancellationToken.None);

        Assert.NotEqual(one.Job.Id, two.Job.Id);
        Assert.False(two.Existed);
    }

    public static MatrixTheoryData<RedisFlavor, NewJob> Others => new(Enum.GetValues<RedisFlavor>(),
    [
        Job with { Payload = """{"a":2}""" }, Job with { Kind = "other" }, Job with { Speak = true }, Job with { Priority = JobPriority.Batch },
        Job with { Audio = new JobFile(JobFileNames.Audio, "audio/wav", [1]) },
    ]);

    [Theory]
    [MemberData(nameof(Others))]
    public async Task The_same_key_for_something_else_is_a_conflict_that_names_the_job(RedisFlavor flavor, NewJob other)
    {
        await using var gateway = await GatewayAsync(flavor);
        var key = new IdempotencyKey("client", "key");
        var first = await gateway.Submitter.SubmitAsync(Job with { Idempotency = key }, CancellationToken.None);

        var conflict = await Assert.ThrowsAsync<IdempotencyConflictException>(() =>
            gateway.Submitter.SubmitAsync(other with { Idempotency = key }, CancellationToken.None));

        Assert.Equal(first.Job.Id, conflict.Job);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task One_that_Postgres_refuses_does_not_take_the_others_of_its_batch_with_it(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);

        var submissions = Enumerable.Range(0, 50).Select(number => gateway.Submitter.SubmitAsync(
            Job with { Payload = number == 25 ? """{"a":"\u0000"}""" : "{}" }, CancellationToken.None)).ToArray();

        await Assert.ThrowsAsync<PostgresException>(() => submissions[25]);
        var others = await Task.WhenAll(submissions.Where((_, number) => number != 25));
        Assert.All(others, acceptance => Assert.False(acceptance.Existed));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_delayed_job_is_not_in_Redis_before_it_is_due(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);
        await gateway.Submitter.SubmitAsync(Job with { DueAt = DateTimeOffset.UtcNow.AddHours(1) }, CancellationToken.None);
        var now = await gateway.Submitter.SubmitAsync(Job, CancellationToken.None);

        await Eventually.SeeAsync("the other job is in Redis", async () =>
            await gateway.Get<Jobs.Queue.JobQueue>().TakeAsync(10) is { Length: > 0 } taken ? Assert.Single(taken, job => job.Id == now.Job.Id) : (object?)null);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Clients_that_leave_while_the_record_is_slow_leave_no_more_behind_than_fits(RedisFlavor flavor)
    {
        await using var gateway = await GatewayAsync(flavor);
        var recording = Job with { Audio = new JobFile(JobFileNames.Audio, "audio/wav", new byte[JobLimits.MaxAudioBytes]) };
        await using var connection = await gateway.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var slow = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table jobs in exclusive mode", connection, slow))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var leaving = new CancellationTokenSource();
        var submissions = Enumerable.Range(0, 12).Select(_ => gateway.Submitter.SubmitAsync(recording, leaving.Token)).ToArray();
        await leaving.CancelAsync();

        Assert.All(submissions[..9], submission => Assert.True(submission.IsCanceled));
        Assert.All(submissions[9..], submission => Assert.IsType<SubmissionBacklogException>(submission.Exception?.InnerException));
        await slow.RollbackAsync();
        await Eventually.SeeAsync("there is room again", async () =>
        {
            try
            {
                return await gateway.Submitter.SubmitAsync(recording, CancellationToken.None);
            }
            catch (SubmissionBacklogException)
            {
                return null;
            }
        });
    }

    private async Task<JobsHost> GatewayAsync(RedisFlavor flavor) =>
        await JobsHost.GatewayAsync(await postgres.CreateDatabaseAsync(), (await servers.EmptyAsync(flavor)).ConnectionString);
}
