using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Processing;

/// <summary>One job from claim to close.</summary>
internal sealed class JobRunner(
    JobStore store,
    JobQueue queue,
    JobHandlers handlers,
    JobTelemetry telemetry,
    WorkerIdentity worker,
    TimeProvider time,
    ILogger<JobRunner> logger)
{
    /// <summary>Stands for every kind without a handler: a label may not take any value that a client sends.</summary>
    private const string UnknownKind = "unknown";

    /// <param name="id">A job out of the queue; perhaps it does not wait any more.</param>
    /// <param name="cutOff">Cancelled when running jobs have to be handed back.</param>
    /// <exception cref="NpgsqlException">The job could not be claimed; nothing has happened.</exception>
    public async Task RunAsync(Guid id, CancellationToken cutOff)
    {
        if (await store.ClaimAsync(id, worker.Name, time.GetUtcNow(), CancellationToken.None) is not { } job)
        {
            logger.LogDebug("Job {JobId} does not wait any more", id);
            return;
        }

        var handler = handlers.Find(job.Kind);
        var kind = handler?.Kind ?? UnknownKind;
        using var activity = JobTelemetry.Source.StartActivity($"process {kind}", ActivityKind.Consumer, job.Trace.ToActivityContext());
        activity?.SetTag("voiceassist.job.id", job.Id).SetTag("voiceassist.job.attempt", job.Attempt);
        telemetry.Begin(kind, job.StartedAt - job.DueAt);
        var outcome = Outcome.Superseded;
        try
        {
            outcome = await CloseAsync(job, await HandleAsync(job, handler, cutOff), cutOff);
        }
        finally
        {
            activity?.SetTag("voiceassist.job.outcome", outcome);
            telemetry.End(kind, outcome, time.GetUtcNow() - job.StartedAt);
        }
    }

    private async Task<RunResult> HandleAsync(ClaimedJob job, IJobHandler? handler, CancellationToken cutOff)
    {
        if (handler is null)
        {
            return RunResult.Failure($"No worker knows jobs of kind '{job.Kind}'.");
        }

        try
        {
            // A handler that does not heed its token is left behind: whatever it returns then is not written any more.
            return RunResult.Success(await Task
                .Run(() => handler.HandleAsync(new JobContext(job.Id, job.Payload, job.Attempt), cutOff), cutOff)
                .WaitAsync(cutOff));
        }
        catch (OperationCanceledException) when (cutOff.IsCancellationRequested)
        {
            return RunResult.CutOff;
        }
        catch (JobFailedException e)
        {
            return RunResult.Failure(e.Message);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Job {JobId} of kind {Kind} failed", job.Id, job.Kind);
            return RunResult.Failure("The job failed for an internal reason; the worker's log has the details.");
        }
    }

    /// <summary>The job stays running until this has worked, so it is tried until it works or the process has to go.</summary>
    private async Task<string> CloseAsync(ClaimedJob job, RunResult result, CancellationToken cutOff)
    {
        for (var pause = PollPause.Shortest; ; pause = PollPause.After(pause))
        {
            try
            {
                return await WriteAsync(job, result);
            }
            catch (PostgresException e) when (!e.IsTransient && result.Json is not null)
            {
                logger.LogError(e, "Result of job {JobId} of kind {Kind} is refused by Postgres", job.Id, job.Kind);
                result = RunResult.Failure("The job's result could not be stored.");
            }
            catch (NpgsqlException e) when (cutOff.IsCancellationRequested)
            {
                logger.LogError(e, "Job {JobId} stays running in the record: Postgres did not answer before this process had to go", job.Id);
                return Outcome.Abandoned;
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning(e, "Job {JobId} cannot be closed yet", job.Id);
                await Task.Delay(pause, time, cutOff).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<string> WriteAsync(ClaimedJob job, RunResult result)
    {
        if (result.Json is { } json)
        {
            return await store.SucceedAsync(job, json, time.GetUtcNow(), CancellationToken.None) ? Outcome.Succeeded : Outcome.Superseded;
        }

        if (result.Reason is { } reason)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error, reason);
            return await store.FailAsync(job, reason, time.GetUtcNow(), CancellationToken.None) ? Outcome.Failed : Outcome.Superseded;
        }

        if (!await store.HandBackAsync(job, CancellationToken.None))
        {
            return Outcome.Superseded;
        }

        logger.LogInformation("Job {JobId} is handed back: this process is stopping", job.Id);
        await RequeueAsync(job);
        return Outcome.HandedBack;
    }

    private async Task RequeueAsync(ClaimedJob job)
    {
        try
        {
            await queue.EnqueueAsync([new WaitingJob(job.Id, job.DueAt)]);
        }
        catch (QueueUnavailableException e)
        {
            logger.LogWarning("Job {JobId} is left to the sweeper: {Reason}", job.Id, e.Message);
        }
    }
}
