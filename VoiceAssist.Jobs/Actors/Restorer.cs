using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>Copies waiting jobs from the record into the queue, which ignores those it has.</summary>
internal sealed class Restorer(WaitingJobs waiting, JobQueue queue)
{
    /// <summary>Jobs per statement and per command.</summary>
    public const int PageSize = 1_000;

    /// <summary>Every job that waits and became due after one moment and not after another.</summary>
    /// <returns>How many the queue lacked.</returns>
    public async Task<long> RestoreAsync(DateTimeOffset dueAfter, DateTimeOffset dueUntil, CancellationToken cancellationToken)
    {
        var (due, id) = (dueAfter, Guid.AllBitsSet);
        long missing = 0;
        IReadOnlyList<WaitingJob> page;
        do
        {
            page = await waiting.PageAsync(dueUntil, due, id, PageSize, cancellationToken);
            if (page.Count > 0)
            {
                missing += await queue.EnqueueAsync(page);
                (due, id) = (page[^1].DueAt, page[^1].Id);
            }
        }
        while (page.Count == PageSize);
        return missing;
    }
}
