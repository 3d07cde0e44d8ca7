using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Store;

public class JobClosingsTests(SharedPostgres postgres)
{
    private static readonly DateTimeOffset Now = JobRecord.Now;

    [Fact]
    public async Task A_closed_job_shows_its_result_files_and_times()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);
        var job = await record.ClaimAsync(id, Now.AddSeconds(1));

        Assert.Equal(JobState.Succeeded, await record.CloseAsync(new Closing(job, JobState.Succeeded, Now.AddSeconds(2))
        {
            Result = """{"b":2}""",
            Files = [new JobFile("speech", "audio/wav", [1, 2, 3])],
        }));

        var view = await record.FindAsync(id);
        Assert.Equal(
            (JobState.Succeeded, Now, Now.AddSeconds(1), Now.AddSeconds(2), 1, """{"b": 2}""", null),
            (view.State, view.CreatedAt, view.StartedAt, view.FinishedAt, view.Attempts, view.Result?.GetRawText(), view.Reason));
        var speech = await record.Store.FindFileAsync(id, "speech", CancellationToken.None);
        Assert.Equal("audio/wav", speech!.ContentType);
        Assert.Equal([1, 2, 3], speech.Content);
    }

    [Fact]
    public async Task A_job_is_closed_once_and_a_late_run_leaves_no_file()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var job = await record.ClaimAsync(await record.AddAsync(Now));

        Assert.Equal(JobState.Failed, await record.CloseAsync(RunEnding.GivenUp(job, "no", Now)));
        Assert.Null(await record.CloseAsync(new Closing(job, JobState.Succeeded, Now)
        {
            Result = "{}",
            Files = [new JobFile("speech", "audio/wav", [1])],
        }));
        Assert.Null(await record.CloseAsync(RunEnding.HandedBack(job, Now)));
        Assert.Null(await record.Store.FindFileAsync(job.Id, "speech", CancellationToken.None));
    }

    [Fact]
    public async Task A_run_that_is_not_the_latest_cannot_close_the_job()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);
        var stale = await record.ClaimAsync(id, worker: "worker 1");
        await record.CloseAsync(RunEnding.HandedBack(stale, Now), "worker 1");
        var latest = await record.ClaimAsync(id, worker: "worker 2");

        Assert.Null(await record.CloseAsync(new Closing(stale, JobState.Succeeded, Now) { Result = """{"by":1}""" }, "worker 1"));
        Assert.Equal(2, latest.Attempt);
        Assert.Equal(JobState.Running, (await record.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_failed_run_waits_until_its_retry_is_due_and_the_history_says_why()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var id = await record.AddAsync(Now);
        var due = Now.AddSeconds(7);

        await record.CloseAsync(new Closing(await record.ClaimAsync(id), JobState.Queued, Now) { Reason = "no", Detail = "no", DueAt = due });

        var view = await record.FindAsync(id);
        Assert.Equal((JobState.Queued, due, "no", null), (view.State, view.DueAt, view.Reason, view.FinishedAt));
        Assert.Equal(1, (await record.ClaimAsync(id, due)).Failures);
        Assert.Equal(
            [(JobState.Queued, 0, null), (JobState.Running, 1, null), (JobState.Queued, 1, "no"), (JobState.Running, 2, null)],
            await record.HistoryAsync(id));
    }

    [Fact]
    public async Task Runs_of_many_jobs_end_in_one_statement_each_in_its_own_way()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var jobs = new List<ClaimedJob>();
        for (var i = 0; i < 3; i++)
        {
            jobs.Add(await record.ClaimAsync(await record.AddAsync(Now)));
        }

        var closed = await record.Closings.CloseAsync(
            [new Closing(jobs[0], JobState.Succeeded, Now) { Result = "1" }, RunEnding.GivenUp(jobs[1], "no", Now), RunEnding.HandedBack(jobs[2], Now)],
            "worker", Now, CancellationToken.None);

        Assert.Equal([JobState.Succeeded, JobState.Failed, JobState.Queued], jobs.Select(job => closed[job.Id]));
    }
}
