using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Actors;

public class ForwarderTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_delayed_job_runs_when_it_is_due_and_not_before(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString,
            new DelegateHandler("later", (_, _) => Task.FromResult(new JobOutput("{}"))));
        var due = DateTimeOffset.UtcNow.AddSeconds(1);

        var job = (await gateway.Submitter.SubmitAsync(new NewJob { Kind = "later", Payload = "{}", DueAt = due }, CancellationToken.None)).Job.Id;

        var view = await gateway.SeeAsync(job, JobState.Succeeded);
        Assert.True(view.StartedAt >= view.DueAt, $"It was due at {view.DueAt:O} and ran at {view.StartedAt:O}.");
    }
}
