using System.Runtime.CompilerServices;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Following;

/// <summary>Tells what happens to a job while it happens.</summary>
public sealed class JobFollower
{
    private readonly JobStore _store;
    private readonly JobChanges _changes;
    private readonly TimeProvider _time;

    internal JobFollower(JobStore store, JobChanges changes, TimeProvider time) =>
        (_store, _changes, _time) = (store, changes, time);

    /// <summary>
    /// Every event after a sequence number, 0 for all: those that have happened, then each as it comes, until the job
    /// ends or is gone. The end comes through as the last event.
    /// </summary>
    /// <exception cref="Npgsql.NpgsqlException">Postgres is away; following again after the last event seen loses nothing.</exception>
    public async IAsyncEnumerable<JobEvent> FollowAsync(
        Guid id, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = await _changes.WatchAsync(id);
        for (var pause = PollPause.Shortest; ;)
        {
            var hint = watch.Hint.Next;
            if (await _store.FindHistoryAsync(id, cancellationToken) is not { } history)
            {
                yield break;
            }

            var news = false;
            foreach (var change in history.Skip(after))
            {
                news = true;
                after = change.Sequence;
                yield return change;
            }

            if (history[^1].State.IsFinal())
            {
                yield break;
            }

            await WakeUpHint.SleepAsync(hint, pause, _time, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            pause = news ? PollPause.Shortest : PollPause.After(pause);
        }
    }
}
