using System.Text.Json;
using Npgsql;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>Reads the record of every accepted job. Every member throws <see cref="NpgsqlException"/> while Postgres is away.</summary>
public sealed class JobStore(NpgsqlDataSource database)
{
    private const string Columns =
        "id, kind, state, priority, created_at, due_at, started_at, finished_at, cancel_at, attempts, result, reason, client";

    private const string FindJob = $"select {Columns} from jobs where id = $1";
    private const string FindFile = "select content_type, content from job_files where job_id = $1 and name = $2";
    private const string FindHistory = "select created_at, history from jobs where id = $1";

    private const string EndOfList = "id < $1 order by id desc limit $2";

    /// <returns>The job as clients see it, or null when there is none.</returns>
    public async Task<JobView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.Command(FindJob, id);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? View(row) : null;
    }

    /// <returns>Jobs, the one accepted last first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is none that is allowed.</exception>
    public async Task<IReadOnlyList<JobView>> ListAsync(JobPage page, CancellationToken cancellationToken)
    {
        if (page.Limit is < 1 or > JobPage.MaxLimit)
        {
            throw new ArgumentOutOfRangeException(nameof(page), page.Limit, $"A page holds 1 to {JobPage.MaxLimit} jobs.");
        }

        await using var command = database.Command(List(page), page.After ?? Guid.AllBitsSet, page.Limit);
        if (page.Client is { } client)
        {
            command.Parameters.Add(Sql.Text(client));
        }

        return await command.ListAsync(View, cancellationToken);
    }

    /// <returns>The file, or null when the job has none of that name (or there is no such job).</returns>
    public async Task<JobFile?> FindFileAsync(Guid id, string name, CancellationToken cancellationToken)
    {
        await using var command = database.Command(FindFile, id, name);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new JobFile(name, row.GetString(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    /// <returns>What has happened to the job so far, oldest first; null when there is no such job.</returns>
    public async Task<IReadOnlyList<JobEvent>?> FindHistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.Command(FindHistory, id);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? JobHistory.Parse(row.Time(0), row.GetString(1)) : null;
    }

    /// <summary>Postgres picks the index of ended jobs, or that of the client, only when the condition stands in the statement itself.</summary>
    private static string List(JobPage page)
    {
        var ofState = page.State is { } state ? $"state = '{JobStateText.Of(state)}' and " : "";
        var ofClient = page.Client is null ? "" : "client = $3 and ";
        return $"select {Columns} from jobs where {ofState}{ofClient}{EndOfList}";
    }

    private static JobView View(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Kind = row.GetString(1),
        State = JobStateText.Parse(row.GetString(2)),
        Priority = (JobPriority)row.GetInt16(3),
        CreatedAt = row.Time(4),
        DueAt = row.Time(5),
        StartedAt = row.NullableTime(6),
        FinishedAt = row.NullableTime(7),
        CancelRequestedAt = row.NullableTime(8),
        Attempts = row.GetInt32(9),
        Result = row.NullableText(10) is { } json ? JsonElement.Parse(json) : null,
        Reason = row.NullableText(11),
        Client = row.NullableText(12),
    };
}
