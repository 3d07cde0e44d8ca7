using System.Globalization;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>Looks at every job that was ever accepted: is it in one state, did it come there lawfully, and is it there at all?</summary>
internal sealed class Audit(SimulatedServers servers, RetentionOptions retention)
{
    private const string Rows = "select id, state, lease_until, finished_at, created_at, history from jobs";

    private static readonly HashSet<(JobState, JobState)> Lawful =
    [
        (JobState.Queued, JobState.Running), (JobState.Queued, JobState.Cancelled),
        (JobState.Running, JobState.Queued), (JobState.Running, JobState.Succeeded), (JobState.Running, JobState.Failed),
        (JobState.Running, JobState.Cancelled), (JobState.Failed, JobState.Queued),
    ];

    /// <summary>As of the audit before, so that a job which is gone can be judged.</summary>
    private Dictionary<Guid, (JobState State, DateTimeOffset? FinishedAt)> _before = [];

    /// <returns>How many jobs have not ended.</returns>
    public async Task<int> CheckAsync()
    {
        servers.CheckEffects();
        await using var command = servers.Database.Command(Rows);
        var jobs = (await command.ListAsync(
            row => (Id: row.GetGuid(0), State: JobStateText.Parse(row.GetString(1)), Lease: row.NullableTime(2), FinishedAt: row.NullableTime(3),
                History: JobHistory.Parse(row.Time(4), row.GetString(5))),
            CancellationToken.None)).ToDictionary(job => job.Id);
        foreach (var id in servers.Accepted)
        {
            if (!jobs.TryGetValue(id, out var job))
            {
                CheckRemoved(id);
                continue;
            }

            Assert.True(job.State == JobState.Running == job.Lease is not null, $"Job {id} is {job.State} with lease {job.Lease}.");
            Assert.True(job.State.IsFinal() == job.FinishedAt is not null, $"Job {id} is {job.State} and finished at {job.FinishedAt}.");
            Assert.Equal(job.State, job.History[^1].State);
            foreach (var (from, to) in job.History.Zip(job.History.Skip(1)))
            {
                Assert.True(Lawful.Contains((from.State, to.State)) && from.At <= to.At, $"Job {id} went from {from} to {to}.");
            }
        }

        _before = servers.Accepted.Where(id => jobs.ContainsKey(id) || _before.ContainsKey(id)).ToDictionary(
            id => id, id => jobs.TryGetValue(id, out var job) ? (job.State, job.FinishedAt) : _before[id]);
        return jobs.Values.Count(job => !job.State.IsFinal());
    }

    private void CheckRemoved(Guid id)
    {
        var (state, finishedAt) = _before[id];
        var kept = state == JobState.Failed ? retention.DeadLetters : retention.Jobs;
        Assert.True(state.IsFinal() && finishedAt + kept < servers.Time.GetUtcNow(),
            string.Create(CultureInfo.InvariantCulture, $"Job {id} was {state} since {finishedAt} and is gone."));
    }
}
