using System.Diagnostics;
using Microsoft.Extensions.Logging;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Submission;

/// <summary>Accepts jobs: first the record, then the fast path.</summary>
public sealed class JobSubmitter(JobStore store, JobQueue queue, TimeProvider time, ILogger<JobSubmitter> logger)
{
    /// <summary>Accepts a job. It will be run even when Redis is away or forgets it.</summary>
    /// <param name="kind">Which handler is to run it.</param>
    /// <param name="payload">JSON text in the kind's own shape, without the escape <c>\u0000</c>, which Postgres refuses.</param>
    /// <param name="cancellationToken">Gives the attempt up; the job may or may not have been accepted.</param>
    /// <exception cref="Npgsql.NpgsqlException">Postgres is away; the job was not accepted.</exception>
    public async Task<JobView> AcceptAsync(string kind, string payload, CancellationToken cancellationToken)
    {
        using var activity = JobTelemetry.Source.StartActivity($"submit {kind}", ActivityKind.Producer);
        var now = time.GetUtcNow();
        var job = new NewJob(Guid.CreateVersion7(now), kind, payload, now, TraceContext.Of(activity ?? Activity.Current));
        activity?.SetTag("voiceassist.job.id", job.Id);

        await store.AddAsync(job, cancellationToken);
        await EnqueueAsync(job);
        return new JobView { Id = job.Id, Kind = kind, State = JobState.Queued, CreatedAt = now, Attempts = 0 };
    }

    private async Task EnqueueAsync(NewJob job)
    {
        try
        {
            await queue.EnqueueAsync([new WaitingJob(job.Id, job.CreatedAt)]);
        }
        catch (QueueUnavailableException e)
        {
            Activity.Current?.AddEvent(new ActivityEvent("left to the sweeper"));
            logger.LogWarning("Job {JobId} is accepted but not in Redis: {Reason}", job.Id, e.Message);
        }
    }
}
