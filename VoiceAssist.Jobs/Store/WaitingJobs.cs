using Npgsql;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>What the record says about the jobs that wait, and about those given up.</summary>
internal sealed class WaitingJobs(NpgsqlDataSource database)
{
    /// <summary>Dead letters are counted up to here, so that a scrape costs the same however many there are.</summary>
    public const int MaxDeadLetters = 10_000;

    private const string Page = """
        select id, priority, due_at from jobs
        where state = 'queued' and due_at <= $1 and (due_at, id) > ($2, $3)
        order by due_at, id limit $4
        """;

    private const string CountDeadLetters = "select count(*) from (select 1 from jobs where state = 'failed' limit $1) as failed";

    /// <returns>One page of the jobs that wait and are due, in order of being due, after the place given.</returns>
    public async Task<IReadOnlyList<WaitingJob>> PageAsync(
        DateTimeOffset dueUntil, DateTimeOffset afterDue, Guid afterId, int pageSize, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Page, dueUntil, afterDue, afterId, pageSize);
        return await command.ListAsync(row => new WaitingJob(row.GetGuid(0), (JobPriority)row.GetInt16(1), row.Time(2)), cancellationToken);
    }

    /// <returns>How many jobs are given up and still kept, at most <see cref="MaxDeadLetters"/>.</returns>
    public async Task<long> DeadLettersAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(CountDeadLetters, MaxDeadLetters);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
