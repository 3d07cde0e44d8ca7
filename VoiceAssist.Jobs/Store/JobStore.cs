using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Store;

/// <summary>The record of every accepted job. Every member throws <see cref="NpgsqlException"/> while Postgres is away.</summary>
public sealed class JobStore(NpgsqlDataSource database)
{
    /// <summary>The job is accepted when this returns.</summary>
    public async Task AddAsync(NewJob job, CancellationToken cancellationToken)
    {
        await using var command = Command(JobSql.Insert, job.Id, job.Kind, Json(job.Payload),
            Text(job.Trace.Parent), Text(job.Trace.State), job.CreatedAt.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>The job as clients see it, or null when there is none.</returns>
    public async Task<JobView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = Command(JobSql.Find, id);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? View(row) : null;
    }

    /// <returns>The job, now running in this process; null when it does not wait any more, which is harmless.</returns>
    public async Task<ClaimedJob?> ClaimAsync(Guid id, string worker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command(JobSql.Claim, id, worker, now);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new ClaimedJob(id, row.GetInt32(0), row.GetString(1), row.GetString(2), Time(row, 3)!.Value, now,
                new TraceContext(NullableText(row, 4), NullableText(row, 5)))
            : null;
    }

    /// <summary>Writes the result and closes the job in one statement, so that a job has its effect once.</summary>
    /// <returns>False when this run is not the latest any more; nothing was written then.</returns>
    public Task<bool> SucceedAsync(ClaimedJob job, string result, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(JobSql.Succeed, cancellationToken, job.Id, job.Attempt, Json(result), now);

    /// <param name="job">The run that failed.</param>
    /// <param name="reason">Why, fit for clients to read.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives the write up.</param>
    /// <returns>As for <see cref="SucceedAsync"/>.</returns>
    public Task<bool> FailAsync(ClaimedJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(JobSql.Fail, cancellationToken, job.Id, job.Attempt, Text(reason), now);

    /// <summary>Returns a job that could not be finished to those that wait.</summary>
    /// <returns>As for <see cref="SucceedAsync"/>.</returns>
    public Task<bool> HandBackAsync(ClaimedJob job, CancellationToken cancellationToken) =>
        ChangeAsync(JobSql.HandBack, cancellationToken, job.Id, job.Attempt);

    /// <returns>One page of the jobs that wait, in the queue's order, after <paramref name="after"/>.</returns>
    public async Task<IReadOnlyList<WaitingJob>> WaitingAsync(
        DateTimeOffset dueUntil, WaitingJob after, int pageSize, CancellationToken cancellationToken)
    {
        await using var command = Command(JobSql.Waiting, dueUntil, after.DueAt, after.Id, pageSize);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<WaitingJob>();
        while (await row.ReadAsync(cancellationToken))
        {
            page.Add(new WaitingJob(row.GetGuid(0), Time(row, 1)!.Value));
        }

        return page;
    }

    /// <returns>Since when the job waits that has waited longest; null when none waits.</returns>
    public async Task<DateTimeOffset?> OldestWaitingAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(JobSql.OldestWaiting);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? Time(row, 0) : null;
    }

    private async Task<bool> ChangeAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static NpgsqlParameter Json(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter Text(string? text) =>
        new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static JobView View(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Kind = row.GetString(1),
        State = JobStateText.Parse(row.GetString(2)),
        CreatedAt = Time(row, 3)!.Value,
        StartedAt = Time(row, 4),
        FinishedAt = Time(row, 5),
        Attempts = row.GetInt32(6),
        Result = NullableText(row, 7) is { } json ? JsonElement.Parse(json) : null,
        Reason = NullableText(row, 8),
    };

    private static string? NullableText(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
