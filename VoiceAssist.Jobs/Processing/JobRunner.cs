using System.Diagnostics;
using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Processing;

/// <summary>One run of a claimed job, up to what is to be written about it.</summary>
internal sealed class JobRunner(JobHandlers handlers, IJobSource jobs, JobTelemetry telemetry, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>Shows every kind in the metrics before its first run.</summary>
    public void Announce()
    {
        foreach (var kind in handlers.Labels)
        {
            telemetry.Announce(kind);
        }
    }

    /// <returns>What is to be written; null when the job is no longer ours.</returns>
    public async Task<Closing?> RunAsync(Run run)
    {
        var job = run.Job;
        var handler = handlers.Find(job.Kind);
        var begun = time.GetUtcNow();
        using var activity = StartActivity(job);
        telemetry.Begin(KindLabel(job), begun - job.Waiting.DueAt);
        var result = await HandleAsync(run, handler);
        if (result is RunResult.Failure failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.Reason);
        }

        return RunEnding.Of(job, result, handler?.Limits ?? KindLimits.Standard, time.GetUtcNow(), Random.Shared.NextDouble());
    }

    /// <returns>The metrics' label for the job's kind.</returns>
    public string KindLabel(ClaimedJob job) => handlers.Label(job.Kind);

    private async Task<RunResult> HandleAsync(Run run, IJobHandler? handler)
    {
        var job = run.Job;
        if (handler is null)
        {
            return new RunResult.Failure($"No worker knows jobs of kind '{job.Kind}'.", IsFinal: true);
        }

        var stop = run.Start(handler.Limits.Timeout, time);
        try
        {
            // A handler that does not heed its token is left behind: whatever it returns then is not written any more.
            return new RunResult.Success(await Task.Run(() => handler.HandleAsync(Context(job), stop), stop).WaitAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new RunResult.Stopped(run.Reason);
        }
        catch (JobFailedException e)
        {
            return new RunResult.Failure(e.Message, IsFinal: true);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Run {Attempt} of job {JobId} of kind {Kind} failed", job.Attempt, job.Id, job.Kind);
            return new RunResult.Failure("The run failed for an internal reason; the worker's log has the details.", IsFinal: false);
        }
    }

    private Activity? StartActivity(ClaimedJob job) => JobTelemetry.Source.HasListeners()
        ? JobTelemetry.Source.StartActivity($"process {KindLabel(job)}", ActivityKind.Consumer, job.Trace.ToActivityContext())?
            .SetTag("voiceassist.job.id", job.Id).SetTag("voiceassist.job.attempt", job.Attempt)
        : null;

    private JobContext Context(ClaimedJob job) => new(job.Id, job.Kind, job.Payload, job.Attempt, job.Speak)
    {
        Files = (name, cancellationToken) => jobs.FindFileAsync(job.Id, name, cancellationToken),
    };
}
