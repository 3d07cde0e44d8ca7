using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Queue;

namespace VoiceAssist.Jobs.Following;

/// <summary>Wakes those who follow a job when a worker names it. The first one subscribes; without Redis everybody polls.</summary>
internal sealed class JobChanges(JobQueue queue, ILogger<JobChanges> logger)
{
    private readonly ConcurrentDictionary<Watch, Guid> _watches = new();
    private int _subscribed;

    /// <summary>From now on the hint is given whenever the job changes, until the watch is disposed.</summary>
    public async Task<Watch> WatchAsync(Guid job)
    {
        var watch = new Watch(this);
        _watches[watch] = job;
        if (Interlocked.Exchange(ref _subscribed, 1) == 0)
        {
            try
            {
                await queue.OnChangedAsync(Wake);
            }
            catch (QueueUnavailableException e)
            {
                logger.LogDebug("Followers poll for now: {Reason}", e.Message);
                Volatile.Write(ref _subscribed, 0);
            }
        }

        return watch;
    }

    private void Wake(IReadOnlySet<Guid> jobs)
    {
        foreach (var (watch, job) in _watches)
        {
            if (jobs.Contains(job))
            {
                watch.Hint.Give();
            }
        }
    }

    /// <summary>Somebody who follows a job.</summary>
    internal sealed class Watch(JobChanges changes) : IDisposable
    {
        public WakeUpHint Hint { get; } = new();

        public void Dispose() => changes._watches.TryRemove(this, out _);
    }
}
