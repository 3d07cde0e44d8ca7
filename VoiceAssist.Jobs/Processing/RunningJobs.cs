using System.Collections.Concurrent;

namespace VoiceAssist.Jobs.Processing;

/// <summary>Every job that this process has claimed and not closed: what the heartbeat renews, and where a stop finds its run.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<Guid, Run> _runs = new();

    public int Count => _runs.Count;

    public Run[] All => [.. _runs.Values];

    /// <summary>A run of the same job that is still here has lost its lease: nobody claims a job that is somebody's.</summary>
    public void Add(Run run) => _runs.AddOrUpdate(run.Job.Id, run, (_, lost) =>
    {
        lost.Stop(StopReason.LeaseLost);
        return run;
    });

    /// <summary>Forgets the run, unless a later one of the same job has taken its place.</summary>
    public void Remove(Run run)
    {
        _runs.TryRemove(KeyValuePair.Create(run.Job.Id, run));
        run.Dispose();
    }

    public void Stop(Guid id, StopReason reason)
    {
        if (_runs.TryGetValue(id, out var run))
        {
            run.Stop(reason);
        }
    }

    public void StopAll(StopReason reason)
    {
        foreach (var (_, run) in _runs)
        {
            run.Stop(reason);
        }
    }
}
