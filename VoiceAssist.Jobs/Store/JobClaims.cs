using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Store;

/// <summary>Turns waiting jobs into running ones, and keeps them so.</summary>
internal sealed class JobClaims(NpgsqlDataSource database)
{
    /// <summary>How far the clock of who submitted may be ahead; a job that is not due by more than that keeps waiting.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(2);

    // "state || ''" keeps Postgres on the primary key: without statistics it takes the small index of all waiting jobs for the shorter way.
    // A claim or a lease that a crash of Postgres forgets is no loss: the job waits again, and the end of a run that it does not remember is refused
    // or is the only one. Submissions and ends wait for the disk.
    private const string Claim = """
        update jobs set state = 'running', attempts = attempts + 1, worker = $2, started_at = $3, lease_until = $4, history = history || $5
        from (select set_config('synchronous_commit', 'off', true)) as not_waiting_for_the_disk
        where id = any($1) and state || '' = 'queued' and due_at <= $6
        returning id, attempts, kind, payload, speak, failures, priority, due_at, trace_parent, trace_state
        """;

    private const string Renew = """
        update jobs set lease_until = $3
        from (select set_config('synchronous_commit', 'off', true)) as not_waiting_for_the_disk, unnest($1) as own (own_id)
        where id = own_id and worker = $2 and state || '' = 'running'
        returning id, cancel_at is not null
        """;

    /// <returns>Those of the jobs that waited: they are running in this process now. Missing ones wait no more, which is harmless.</returns>
    public async Task<IReadOnlyList<ClaimedJob>> ClaimAsync(
        Guid[] ids, string worker, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Claim, ids, worker, now, now + lease, Sql.Json(JobHistory.Entry(now, JobState.Running)), now + ClockSkew);
        return await command.ListAsync(row => Read(row, now), cancellationToken);
    }

    /// <returns>Those of the jobs that this process still owns, and whether the client has called them off.</returns>
    public async Task<IReadOnlyDictionary<Guid, bool>> RenewAsync(
        Guid[] ids, string worker, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        // As closings do: who locks several rows goes by id.
        await using var command = database.Command(Renew, ids.Order().ToArray(), worker, leaseUntil);
        return new Dictionary<Guid, bool>(await command.ListAsync(
            row => KeyValuePair.Create(row.GetGuid(0), row.GetBoolean(1)), cancellationToken));
    }

    private static ClaimedJob Read(NpgsqlDataReader row, DateTimeOffset now) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetBoolean(4), row.GetInt32(5),
        new WaitingJob(row.GetGuid(0), (JobPriority)row.GetInt16(6), row.Time(7)), now,
        new TraceContext(row.NullableText(8), row.NullableText(9)));
}
