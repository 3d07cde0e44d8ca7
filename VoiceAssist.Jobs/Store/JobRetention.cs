using Npgsql;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>Removes what has been kept long enough, oldest first.</summary>
internal sealed class JobRetention(NpgsqlDataSource database)
{
    /// <summary>
    /// Walks the index of ended jobs from its old end: ids sort by acceptance, and what ended before a moment was accepted before it.
    /// Postgres picks that index only when the state stands in the statement itself. A job that somebody replays meanwhile is locked, and stays.
    /// </summary>
    private static readonly Dictionary<JobState, string> RemoveOfState = new[] { JobState.Succeeded, JobState.Failed, JobState.Cancelled }
        .ToDictionary(state => state, state => $"""
            with ended as (
                select id from jobs
                where state = '{JobStateText.Of(state)}' and id < $1 and finished_at < $2
                order by id limit $3
                for update skip locked
            )
            delete from jobs using ended where jobs.id = ended.id
            """);

    private const string RemoveFiles = """
        delete from job_files where (job_id, name) in (
            select job_id, name from job_files join jobs on jobs.id = job_id
            where job_id < $1 and state in ('succeeded', 'cancelled') and finished_at < $2
            order by job_id limit $3)
        """;

    /// <returns>How many jobs in the final state given, ended before the moment, are gone now; at most <paramref name="batchSize"/>.</returns>
    public Task<int> RemoveJobsAsync(JobState state, DateTimeOffset endedBefore, int batchSize, CancellationToken cancellationToken) =>
        RemoveAsync(RemoveOfState[state], endedBefore, batchSize, cancellationToken);

    /// <returns>How many files of jobs that ended before the moment, and cannot be replayed, are gone now; at most <paramref name="batchSize"/>.</returns>
    public Task<int> RemoveFilesAsync(DateTimeOffset endedBefore, int batchSize, CancellationToken cancellationToken) =>
        RemoveAsync(RemoveFiles, endedBefore, batchSize, cancellationToken);

    private async Task<int> RemoveAsync(string sql, DateTimeOffset endedBefore, int batchSize, CancellationToken cancellationToken)
    {
        await using var command = database.Command(sql, FirstIdAfter(endedBefore), endedBefore, batchSize);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>An id that no job has which was accepted at that moment or before.</returns>
    private static Guid FirstIdAfter(DateTimeOffset moment) => Guid.CreateVersion7(moment.AddMilliseconds(1));
}
