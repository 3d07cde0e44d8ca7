using System.Collections.Concurrent;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Processing;

public class ProcessorTests(SharedPostgres postgres, SharedRedis servers) : IClassFixture<SharedRedis>
{
    public static MatrixTheoryData<RedisFlavor, string> Refused => new(Enum.GetValues<RedisFlavor>(), ["not json", """{"nul":"\u0000"}"""]);

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_submitted_job_is_handled_and_keeps_its_result(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString,
            new DelegateHandler("echo", (job, _) => Task.FromResult(new JobOutput(job.Payload))));

        var job = await gateway.SubmitAsync("echo", """{"a":1}""");

        var done = await gateway.SeeAsync(job, JobState.Succeeded);
        Assert.Equal(("""{"a": 1}""", 1), (done.Result?.GetRawText(), done.Attempts));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Two_workers_never_run_a_job_twice(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var runs = new ConcurrentBag<Guid>();
        var handler = new DelegateHandler("count", (job, _) =>
        {
            runs.Add(job.Id);
            return Task.FromResult(new JobOutput("{}"));
        });
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var one = await JobsHost.WorkerAsync(database, redis.ConnectionString, handler);
        await using var two = await JobsHost.WorkerAsync(database, redis.ConnectionString, handler);

        var jobs = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => gateway.SubmitAsync("count")));
        foreach (var job in jobs)
        {
            // What a sweep in the wrong moment does: the queue names a job that has been taken already.
            await gateway.Get<Jobs.Queue.JobQueue>().EnqueueAsync([new(job, JobPriority.Interactive, DateTimeOffset.UtcNow)]);
        }

        foreach (var job in jobs)
        {
            await gateway.SeeAsync(job, JobState.Succeeded);
        }

        Assert.Equal(jobs.Order(), runs.Order());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_kind_that_nobody_handles_fails_with_a_reason(RedisFlavor flavor)
    {
        var failed = await RunAsync(flavor, "unheard-of");

        Assert.Equal("No worker knows jobs of kind 'unheard-of'.", failed.Reason);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_handler_may_tell_the_client_why_it_failed(RedisFlavor flavor)
    {
        var failed = await RunAsync(flavor, "fails", (_, _) => throw new JobFailedException("Too quiet."));

        Assert.Equal("Too quiet.", failed.Reason);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_handler_that_breaks_tells_the_client_nothing_of_the_inside(RedisFlavor flavor)
    {
        var failed = await RunAsync(flavor, "breaks", (_, _) => throw new InvalidOperationException("secret detail"));

        Assert.DoesNotContain("secret", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_run_that_fails_is_tried_again_until_its_retries_are_spent(RedisFlavor flavor)
    {
        var runs = 0;

        var failed = await RunAsync(flavor, "unlucky", (_, _) =>
        {
            runs++;
            throw new InvalidOperationException("no");
        });

        Assert.Equal((2, 2), (runs, failed.Attempts));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_run_that_takes_too_long_is_stopped_and_says_so(RedisFlavor flavor)
    {
        var failed = await RunAsync(flavor, "slow", async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new JobOutput("{}");
        }, TimeSpan.FromMilliseconds(100));

        Assert.Equal("The run took longer than the 0.1 s that a job of its kind has.", failed.Reason);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task No_more_jobs_run_at_a_time_than_allowed(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        var running = 0;
        var counts = new ConcurrentBag<int>();
        using var all = new SemaphoreSlim(0);
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, options => options.Concurrency = 3,
            new DelegateHandler("busy", async (_, cancellationToken) =>
            {
                var count = Interlocked.Increment(ref running);
                counts.Add(count);
                if (count == 3)
                {
                    all.Release(3);
                }

                // Until as many as are allowed have met.
                await all.WaitAsync(cancellationToken);
                Interlocked.Decrement(ref running);
                return new JobOutput("{}");
            }));

        var jobs = await Task.WhenAll(Enumerable.Range(0, 99).Select(_ => gateway.SubmitAsync("busy")));
        foreach (var job in jobs)
        {
            await gateway.SeeAsync(job, JobState.Succeeded);
        }

        Assert.Equal(3, counts.Max());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_handler_reads_the_files_of_its_job_and_leaves_others(RedisFlavor flavor)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = await JobsHost.WorkerAsync(database, redis.ConnectionString, new DelegateHandler("parrot", async (job, cancellationToken) =>
        {
            var heard = await job.FindFileAsync(JobFileNames.Audio, cancellationToken);
            return new JobOutput("{}") { Files = job.Speak ? [heard! with { Name = JobFileNames.Speech }] : [] };
        }));

        var job = (await gateway.Submitter.SubmitAsync(
            new NewJob { Kind = "parrot", Payload = "{}", Speak = true, Audio = new JobFile(JobFileNames.Audio, "audio/wav", [7]) },
            CancellationToken.None)).Job.Id;

        await gateway.SeeAsync(job, JobState.Succeeded);
        Assert.Equal([7], (await gateway.Store.FindFileAsync(job, JobFileNames.Speech, CancellationToken.None))!.Content);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_result_that_Postgres_refuses_fails_the_job(RedisFlavor flavor, string result)
    {
        var failed = await RunAsync(flavor, "rubbish", (_, _) => Task.FromResult(new JobOutput(result)));

        Assert.Equal("The job's result could not be stored.", failed.Reason);
    }

    private async Task<JobView> RunAsync(RedisFlavor flavor, string kind, Func<JobContext, CancellationToken, Task<JobOutput>>? handle = null, TimeSpan? timeout = null)
    {
        var (database, redis) = (await postgres.CreateDatabaseAsync(), await servers.EmptyAsync(flavor));
        await using var gateway = await JobsHost.GatewayAsync(database, redis.ConnectionString);
        await using var worker = handle is null
            ? await JobsHost.WorkerAsync(database, redis.ConnectionString)
            : await JobsHost.WorkerAsync(database, redis.ConnectionString,
                new DelegateHandler(kind, handle)
                {
                    Limits = new KindLimits
                    {
                        MaxRetries = 1,
                        FirstBackoff = TimeSpan.FromMilliseconds(1),
                        Timeout = timeout ?? KindLimits.Standard.Timeout,
                    },
                });
        var job = await gateway.SubmitAsync(kind);
        return await gateway.SeeAsync(job, JobState.Failed);
    }
}
