using Npgsql;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Jobs.Store;

/// <summary>Writes new jobs into the record.</summary>
internal sealed class JobIntake(NpgsqlDataSource database)
{
    private const string Insert = """
        with given as (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as given
                (id, kind, payload, priority, speak, created_at, due_at, trace_parent, trace_state, client, idempotency_key, content_hash)
        ), accepted as (
            insert into jobs
                (id, kind, payload, priority, speak, created_at, due_at, trace_parent, trace_state, client, idempotency_key, content_hash)
            select * from given
            on conflict (client, idempotency_key) where idempotency_key is not null do nothing
            returning id
        ), files as (
            insert into job_files (job_id, name, content_type, content)
            select file.* from unnest($13, $14, $15, $16) as file (job_id, name, content_type, content)
            join accepted on accepted.id = file.job_id
        )
        select id from accepted
        """;

    private const string FindKey = "select id, content_hash from jobs where client = $1 and idempotency_key = $2";

    /// <summary>The jobs are accepted when this returns, all those in one transaction whose idempotency key is new.</summary>
    /// <returns>Their ids.</returns>
    /// <exception cref="NpgsqlException">Postgres is away, or refuses one of them; then none is accepted.</exception>
    public async Task<HashSet<Guid>> InsertAsync(IReadOnlyList<SubmittedJob> jobs, CancellationToken cancellationToken)
    {
        // Keys are locked in the order given: two gateways with the same keys must not wait for each other.
        jobs = [.. jobs.OrderBy(job => job.Job.Idempotency?.Client, StringComparer.Ordinal).ThenBy(job => job.Job.Idempotency?.Key, StringComparer.Ordinal)];
        var files = jobs.Where(job => job.Job.Audio is not null).ToArray();
        await using var command = database.Command(Insert,
            Column(jobs, job => job.Id), Column(jobs, job => job.Job.Kind), Sql.Json(Column(jobs, job => job.Job.Payload)),
            Column(jobs, job => (short)job.Job.Priority), Column(jobs, job => job.Job.Speak),
            Column(jobs, job => job.At), Column(jobs, job => job.DueAt),
            Sql.Texts(Column(jobs, job => job.Trace.Parent)), Sql.Texts(Column(jobs, job => job.Trace.State)),
            Sql.Texts(Column(jobs, job => job.Job.Client ?? job.Job.Idempotency?.Client)), Sql.Texts(Column(jobs, job => job.Job.Idempotency?.Key)),
            Sql.Bytes(Column(jobs, job => job.ContentHash)),
            Column(files, job => job.Id), Column(files, job => job.Job.Audio!.Name),
            Column(files, job => job.Job.Audio!.ContentType), Column(files, job => job.Job.Audio!.Content));
        return [.. await command.ListAsync(row => row.GetGuid(0), cancellationToken)];
    }

    /// <returns>The job that was submitted under the key, with the hash of what it asked for; null when there is none any more.</returns>
    public async Task<(Guid Id, byte[] ContentHash)?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        await using var command = database.Command(FindKey, key.Client, key.Key);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetGuid(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = value(rows[i]);
        }

        return column;
    }
}
