using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Control;

/// <summary>What clients and operators may do with a job that exists. Every member throws <see cref="NpgsqlException"/> while Postgres is away.</summary>
public sealed class JobControl
{
    private const string CancelJob = """
        update jobs set
            state = case when state = 'queued' then 'cancelled' else state end,
            finished_at = case when state = 'queued' then $2 end,
            history = case when state = 'queued' then history || $3 else history end,
            cancel_at = coalesce(cancel_at, $2)
        where id = $1 and state in ('queued', 'running')
        returning state
        """;

    private const string ReplayJob = """
        update jobs set
            state = 'queued', failures = 0, crashes = 0, reason = null, finished_at = null, cancel_at = null, due_at = $2, history = history || $3
        where id = $1 and state = 'failed'
        returning priority
        """;

    private readonly NpgsqlDataSource _database;
    private readonly JobStore _store;
    private readonly JobQueue _queue;
    private readonly TimeProvider _time;
    private readonly ILogger<JobControl> _logger;

    internal JobControl(NpgsqlDataSource database, JobStore store, JobQueue queue, TimeProvider time, ILogger<JobControl> logger) =>
        (_database, _store, _queue, _time, _logger) = (database, store, queue, time, logger);

    /// <summary>Calls a job off: one that waits never runs, one that is running is asked to stop.</summary>
    public async Task<CancelOutcome> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var command = _database.Command(CancelJob, id, now, Sql.Json(JobHistory.Entry(now, JobState.Cancelled)));
        if (await command.ExecuteScalarAsync(cancellationToken) is not string state)
        {
            return await _store.FindAsync(id, cancellationToken) is null ? CancelOutcome.NotFound : CancelOutcome.AlreadyEnded;
        }

        var outcome = JobStateText.Parse(state) == JobState.Cancelled ? CancelOutcome.Cancelled : CancelOutcome.Requested;
        await HintAsync(id, () => outcome == CancelOutcome.Cancelled ? _queue.RemoveAsync(id) : _queue.AskToCancelAsync(id));
        return outcome;
    }

    /// <summary>Gives a failed job all its attempts again.</summary>
    /// <returns>False when there is no such job, or it has not failed.</returns>
    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await using var command = _database.Command(ReplayJob, id, now, Sql.Json(JobHistory.Entry(now, JobState.Queued, "Replayed.")));
        if (await command.ExecuteScalarAsync(cancellationToken) is not short priority)
        {
            return false;
        }

        await HintAsync(id, () => _queue.EnqueueAsync([new WaitingJob(id, (JobPriority)priority, now)]));
        return true;
    }

    /// <summary>The record has it already; Redis only makes it quick.</summary>
    private async Task HintAsync(Guid id, Func<Task> hint)
    {
        try
        {
            await hint();
            await _queue.AnnounceAsync([id]);
        }
        catch (QueueUnavailableException e)
        {
            _logger.LogWarning("Job {JobId} changed in the record, Redis will learn it later: {Reason}", id, e.Message);
        }
    }
}
