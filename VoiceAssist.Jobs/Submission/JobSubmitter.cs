using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Submission;

/// <summary>Accepts jobs: first the record, many callers in one statement, then the fast path.</summary>
public sealed class JobSubmitter
{
    /// <summary>Jobs per statement: enough that the commit no longer counts, few enough that nobody waits for a long one.</summary>
    private const int MaxBatch = 256;

    /// <summary>Bytes per statement: a few recordings of 10 MiB at most are in memory twice.</summary>
    private const long MaxBatchBytes = 16 * 1_024 * 1_024;

    /// <summary>
    /// Bytes that may wait for their statement. Whoever leaves while the database is slow leaves its job here; 8 recordings of 10 MiB, as many
    /// as the gateway takes at a time, must fit, and the smallest gateway is given 256 MiB.
    /// </summary>
    private const long MaxPendingBytes = 96 * 1_024 * 1_024;

    private readonly JobIntake _intake;
    private readonly JobStore _store;
    private readonly JobQueue _queue;
    private readonly Admission _admission;
    private readonly TimeProvider _time;
    private readonly ILogger<JobSubmitter> _logger;
    private readonly GroupCommit<SubmittedJob> _commits;

    internal JobSubmitter(JobIntake intake, JobStore store, JobQueue queue, Admission admission, TimeProvider time, ILogger<JobSubmitter> logger)
    {
        (_intake, _store, _queue, _admission, _time, _logger) = (intake, store, queue, admission, time, logger);
        _commits = new GroupCommit<SubmittedJob>(CommitAsync, job => job.Size, MaxBatch, MaxBatchBytes);
    }

    /// <summary>Accepts a job. It will be run even when Redis is away or forgets it.</summary>
    /// <param name="job">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; the job may or may not be accepted then.</param>
    /// <exception cref="IdempotencyConflictException">The key was used before for something else.</exception>
    /// <exception cref="SubmissionBacklogException">Too much waits to be committed; the job was not accepted.</exception>
    /// <exception cref="NpgsqlException">Postgres is away or refuses the payload; the job was not accepted, as far as this side knows.</exception>
    public async Task<Acceptance> SubmitAsync(NewJob job, CancellationToken cancellationToken)
    {
        using var activity = JobTelemetry.Source.StartActivity($"submit {job.Kind}", ActivityKind.Producer);
        var now = _time.GetUtcNow();
        var submitted = new SubmittedJob(JobId.At(now), job, now, TraceContext.Of(activity ?? Activity.Current));
        if (_commits.Pending + submitted.Size > MaxPendingBytes)
        {
            throw new SubmissionBacklogException(_commits.Pending);
        }

        _commits.Add(submitted);
        var id = await submitted.Answer.WaitAsync(cancellationToken);
        activity?.SetTag("voiceassist.job.id", id);
        return id == submitted.Id
            ? new Acceptance(submitted.View(), Existed: false)
            : new Acceptance(await _store.FindAsync(id, cancellationToken) ?? submitted.View() with { Id = id }, Existed: true);
    }

    private async Task CommitAsync(IReadOnlyList<SubmittedJob> batch)
    {
        try
        {
            await AcceptAsync(batch);
        }
        catch (PostgresException e) when (!e.IsTransient && batch.Count > 1)
        {
            // One of them is refused, and the statement does not say which.
            foreach (var job in batch)
            {
                await CommitAsync([job]);
            }
        }
        catch (Exception e)
        {
            foreach (var job in batch)
            {
                job.Refuse(e);
            }
        }
    }

    private async Task AcceptAsync(IReadOnlyList<SubmittedJob> batch)
    {
        var accepted = await _intake.InsertAsync(batch, CancellationToken.None);
        var due = new List<WaitingJob>(batch.Count);
        foreach (var job in batch)
        {
            if (!accepted.Contains(job.Id))
            {
                _ = AnswerKnownAsync(job);
                continue;
            }

            job.Accept(job.Id);
            if (job.DueAt == job.At)
            {
                due.Add(job.Waiting);
            }
        }

        _admission.Count(due.Count);
        _ = EnqueueAsync(due);
    }

    private async Task AnswerKnownAsync(SubmittedJob job)
    {
        try
        {
            switch (await _intake.FindAsync(job.Job.Idempotency!, CancellationToken.None))
            {
                case null:
                    // Its retention ended in this very moment: the key is free again.
                    _commits.Add(job);
                    break;
                case var (id, hash) when job.ContentHash.AsSpan().SequenceEqual(hash):
                    job.Accept(id);
                    break;
                case var (id, _):
                    job.Refuse(new IdempotencyConflictException(id));
                    break;
            }
        }
        catch (Exception e)
        {
            job.Refuse(e);
        }
    }

    /// <summary>Nobody waits for it: the jobs are accepted, and what does not arrive is the sweeper's.</summary>
    private async Task EnqueueAsync(List<WaitingJob> jobs)
    {
        try
        {
            await _queue.EnqueueAsync(jobs);
        }
        catch (QueueUnavailableException e)
        {
            _logger.LogWarning("{Count} jobs are accepted but not in Redis: {Reason}", jobs.Count, e.Message);
        }
    }
}
