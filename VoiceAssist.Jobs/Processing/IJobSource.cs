using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>Where jobs come from and where their ends are written.</summary>
internal interface IJobSource
{
    /// <summary>Claims the jobs that are to run next.</summary>
    /// <returns>At most <paramref name="count"/>; <c>Taken</c> says how many the queue gave, some of which may wait no more.</returns>
    Task<(int Taken, IReadOnlyList<ClaimedJob> Claimed)> ClaimAsync(int count);

    /// <summary>Ends runs, and puts back into the queue what waits again. Cancelled, it may have done so or not.</summary>
    /// <returns>Where each job stands now; a run that is missing wrote nothing, because the job is no longer its own.</returns>
    Task<IReadOnlyDictionary<Guid, JobState>> CloseAsync(IReadOnlyList<Closing> batch, CancellationToken cancellationToken);

    /// <summary>Says that this process still works on the jobs.</summary>
    /// <returns>Those that are still its own, and whether the client has called them off.</returns>
    Task<IReadOnlyDictionary<Guid, bool>> RenewAsync(Guid[] ids);

    Task<JobFile?> FindFileAsync(Guid id, string name, CancellationToken cancellationToken);

    /// <summary>From now on passes on hints: jobs have come, jobs are called off.</summary>
    /// <exception cref="QueueUnavailableException">Not yet; nothing is passed on.</exception>
    Task SubscribeAsync(WakeUpHint wakeUp, Action<IReadOnlySet<Guid>> cancel);
}
