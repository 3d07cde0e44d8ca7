using System.Globalization;
using Npgsql;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>Ends the runs whose worker has not been heard of.</summary>
internal sealed class ExpiredLeases(NpgsqlDataSource database)
{
    private const string Recover = """
        with expired as (
            select id, case
                when cancel_at is not null then 'cancelled'
                when crashes + 1 >= $2 then 'failed'
                else 'queued' end as next
            from jobs where state = 'running' and lease_until < $1
            order by lease_until limit $3
            for update skip locked
        )
        update jobs set
            state = next,
            crashes = crashes + 1,
            lease_until = null,
            finished_at = case when next = 'queued' then null else $1 end,
            reason = case when next = 'failed' then $4 else reason end,
            history = history || case next when 'queued' then $5 when 'failed' then $6 else $7 end
        from expired where jobs.id = expired.id
        returning jobs.id, priority, due_at, kind, state
        """;

    /// <returns>The jobs taken from their workers, at most <paramref name="pageSize"/>.</returns>
    public async Task<IReadOnlyList<RecoveredJob>> RecoverAsync(
        DateTimeOffset now, int maxCrashes, int pageSize, CancellationToken cancellationToken)
    {
        var givenUp = string.Create(CultureInfo.InvariantCulture, $"The job was given up: {maxCrashes} runs ended with their worker.");
        await using var command = database.Command(Recover, now, maxCrashes, pageSize, givenUp,
            Sql.Json(JobHistory.Entry(now, JobState.Queued, "Its worker was lost.")),
            Sql.Json(JobHistory.Entry(now, JobState.Failed, givenUp)),
            Sql.Json(JobHistory.Entry(now, JobState.Cancelled)));
        return await command.ListAsync(
            row => new RecoveredJob(
                new WaitingJob(row.GetGuid(0), (JobPriority)row.GetInt16(1), row.Time(2)), row.GetString(3), JobStateText.Parse(row.GetString(4))),
            cancellationToken);
    }
}
