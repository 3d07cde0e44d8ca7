using Npgsql;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Chaos;

/// <summary>What the record says when the storm is over.</summary>
/// <param name="Accepted">Jobs in the record.</param>
/// <param name="Succeeded">Jobs with a result.</param>
/// <param name="Failed">Jobs given up.</param>
/// <param name="EndedOnce">Jobs whose history ends exactly once, with its last entry.</param>
/// <param name="Files">Files that runs have left.</param>
/// <param name="Runs">Runs that have begun.</param>
/// <param name="Crashes">Runs that ended with their worker.</param>
/// <param name="Failures">Runs that failed.</param>
internal sealed record ChaosCounts(long Accepted, long Succeeded, long Failed, long EndedOnce, long Files, long Runs, long Crashes, long Failures)
{
    private const string Count = """
        select count(*), count(*) filter (where state = 'succeeded'), count(*) filter (where state = 'failed'),
            count(*) filter (where (select count(*) from jsonb_array_elements(history) entry
                where entry ->> 'state' in ('succeeded', 'failed', 'cancelled')) = 1 and history -> -1 ->> 'state' = state),
            (select count(*) from job_files), coalesce(sum(attempts), 0)::bigint, coalesce(sum(crashes), 0)::bigint, coalesce(sum(failures), 0)::bigint
        from jobs
        """;

    public static async Task<ChaosCounts> ReadAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Count);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new ChaosCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
            row.GetInt64(6), row.GetInt64(7));
    }

    public static async Task<long> UnfinishedAsync(NpgsqlDataSource database)
    {
        await using var command = database.Command("select count(*) from jobs where state in ('queued', 'running')");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
