using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Store;

public class WaitingJobsTests(SharedPostgres postgres)
{
    private static readonly DateTimeOffset Now = JobRecord.Now;

    [Fact]
    public async Task Pages_hold_each_waiting_job_once_in_order_of_being_due()
    {
        await using var record = await JobRecord.CreateAsync(postgres);
        var waiting = new WaitingJobs(record.Database);

        // Five share one moment: only the id tells them apart.
        var added = new List<(Guid Id, DateTimeOffset DueAt)>();
        foreach (var dueAt in new[] { 0, 1, 1, 1, 1, 1, 2 }.Select(seconds => Now.AddSeconds(seconds)))
        {
            added.Add((await record.AddAsync(dueAt), dueAt));
        }

        await record.AddAsync(Now.AddHours(1));
        await record.ClaimAsync(await record.AddAsync(Now));

        var seen = new List<Guid>();
        var (due, id) = (DateTimeOffset.UnixEpoch, Guid.Empty);
        while (await waiting.PageAsync(Now.AddMinutes(1), due, id, 2, CancellationToken.None) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(job => job.Id));
            (due, id) = (page[^1].DueAt, page[^1].Id);
        }

        Assert.Equal(added.OrderBy(job => job.DueAt).ThenBy(job => job.Id.ToString(), StringComparer.Ordinal).Select(job => job.Id), seen);
    }
}
