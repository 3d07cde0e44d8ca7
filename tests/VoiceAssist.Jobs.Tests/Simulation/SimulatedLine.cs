using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>The way from a worker to the servers, which the simulation may cut.</summary>
internal sealed class SimulatedLine(IJobSource jobs, SimulatedServers servers) : IJobSource
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _cut;

    public bool IsCut => Volatile.Read(ref _cut) is not null;

    /// <summary>From now on every call waits.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _cut ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Mend()
    {
        lock (_lock)
        {
            _cut?.SetResult();
            _cut = null;
        }
    }

    public Task<(int Taken, IReadOnlyList<ClaimedJob> Claimed)> ClaimAsync(int count) => CallAsync(() => jobs.ClaimAsync(count));

    public async Task<IReadOnlyDictionary<Guid, JobState>> CloseAsync(IReadOnlyList<Closing> batch, CancellationToken cancellationToken)
    {
        var closed = await CallAsync(() => jobs.CloseAsync(batch, cancellationToken));
        servers.Closed(closed);
        return closed;
    }

    public Task<IReadOnlyDictionary<Guid, bool>> RenewAsync(Guid[] ids) => CallAsync(() => jobs.RenewAsync(ids));

    public Task<JobFile?> FindFileAsync(Guid id, string name, CancellationToken cancellationToken) => jobs.FindFileAsync(id, name, cancellationToken);

    public Task SubscribeAsync(WakeUpHint wakeUp, Action<IReadOnlySet<Guid>> cancel) => jobs.SubscribeAsync(wakeUp, cancel);

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        while (Volatile.Read(ref _cut) is { } cut)
        {
            await cut.Task;
        }

        return await servers.AtOneTimeAsync(call);
    }
}
