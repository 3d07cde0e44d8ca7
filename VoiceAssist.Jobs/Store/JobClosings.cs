using Npgsql;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>Ends runs: result, files, state and history in one statement, so that a job has its effect once.</summary>
internal sealed class JobClosings(NpgsqlDataSource database)
{
    /// <summary>
    /// A job that its client has called off never waits again: what would go back to the queue is cancelled.
    /// For <c>state || ''</c> see <see cref="JobClaims"/>.
    /// </summary>
    private const string Close = """
        with closing as (
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as closing
                (id, attempt, state, result, reason, due_at, entry, cancelled_entry, failed)
        ), closed as (
            update jobs set
                state = case when closing.state = 'queued' and cancel_at is not null then 'cancelled' else closing.state end,
                result = closing.result,
                reason = closing.reason,
                failures = failures + closing.failed::int,
                due_at = coalesce(closing.due_at, jobs.due_at),
                finished_at = case when closing.state = 'queued' and cancel_at is null then null else $10 end,
                lease_until = null,
                history = history || case when closing.state = 'queued' and cancel_at is not null then cancelled_entry else entry end
            from closing
            where jobs.id = closing.id and jobs.attempts = closing.attempt and jobs.worker = $11 and jobs.state || '' = 'running'
            returning jobs.id, jobs.state
        ), files as (
            insert into job_files (job_id, name, content_type, content)
            select file.* from unnest($12, $13, $14, $15) as file (job_id, name, content_type, content)
            join closed on closed.id = file.job_id
            on conflict (job_id, name) do update set content_type = excluded.content_type, content = excluded.content
        )
        select id, state from closed
        """;

    /// <summary>All of them in one transaction.</summary>
    /// <returns>Where each job stands now. A run that is missing is not its job's latest any more, or has lost its lease: it wrote nothing.</returns>
    /// <exception cref="NpgsqlException">Postgres is away, or refuses one of them; then nothing is written.</exception>
    public async Task<IReadOnlyDictionary<Guid, JobState>> CloseAsync(
        IReadOnlyList<Closing> batch, string worker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Rows are locked in the order given: who locks several goes by id, or two of them may wait for each other.
        batch = [.. batch.OrderBy(closing => closing.Job.Id)];
        var files = batch.SelectMany(closing => closing.Files, (closing, file) => (closing.Job.Id, File: file)).ToArray();
        await using var command = database.Command(Close,
            Column(closing => closing.Job.Id), Column(closing => closing.Job.Attempt), Column(closing => JobStateText.Of(closing.State)),
            Sql.Json(Column(closing => closing.Result)), Sql.Texts(Column(closing => closing.Reason)), Sql.Times(Column(closing => closing.DueAt)),
            Sql.Json(Column(closing => JobHistory.Entry(closing.At, closing.State, closing.Detail))),
            Sql.Json(Column(closing => JobHistory.Entry(closing.At, JobState.Cancelled))),
            Column(closing => closing.IsFailure), now, worker,
            Array.ConvertAll(files, file => file.Id), Array.ConvertAll(files, file => file.File.Name),
            Array.ConvertAll(files, file => file.File.ContentType), Array.ConvertAll(files, file => file.File.Content));
        return new Dictionary<Guid, JobState>(await command.ListAsync(
            row => KeyValuePair.Create(row.GetGuid(0), JobStateText.Parse(row.GetString(1))), cancellationToken));

        T[] Column<T>(Func<Closing, T> value) => [.. batch.Select(value)];
    }
}
