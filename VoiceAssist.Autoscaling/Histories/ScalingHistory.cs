using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Histories;

/// <summary>What the controller remembers of one autoscaler, in memory only: a restart of the controller empties it (HPA-SPEC §4).</summary>
public sealed class ScalingHistory
{
    private readonly List<Recommendation> _recommendations = [];
    private readonly List<ScaleEvent> _upEvents = [];
    private readonly List<ScaleEvent> _downEvents = [];

    public IReadOnlyList<Recommendation> Recommendations => _recommendations;

    /// <summary>Pods added. Kept only for autoscalers with a behavior.</summary>
    public IReadOnlyList<ScaleEvent> UpEvents => _upEvents;

    /// <summary>Pods removed. Kept only for autoscalers with a behavior.</summary>
    public IReadOnlyList<ScaleEvent> DownEvents => _downEvents;

    /// <summary>Whether the history has ever been seeded.</summary>
    public bool IsSeeded { get; private set; }

    /// <summary>The first thing known of an autoscaler is its current size. So a restarted controller never scales down within the window.</summary>
    public void Seed(int replicas, DateTimeOffset now)
    {
        if (!IsSeeded)
        {
            IsSeeded = true;
            _recommendations.Add(new(replicas, now));
        }
    }

    /// <summary>Replaces everything known, for example by what was recorded elsewhere.</summary>
    public void Restore(
        IEnumerable<Recommendation> recommendations,
        IEnumerable<ScaleEvent> upEvents,
        IEnumerable<ScaleEvent> downEvents)
    {
        IsSeeded = true;
        Replace(_recommendations, recommendations);
        Replace(_upEvents, upEvents);
        Replace(_downEvents, downEvents);
    }

    /// <summary>Records a recommendation in place of the last one that is older than <paramref name="cutoff"/>, else behind the others.</summary>
    public void Record(int replicas, DateTimeOffset now, DateTimeOffset cutoff)
    {
        var outdated = _recommendations.FindLastIndex(r => r.Time < cutoff);
        Store(_recommendations, outdated, new(replicas, now));
    }

    /// <summary>Records a change of the replica count. Without a behavior nothing is kept, since nothing would read it.</summary>
    public void RecordChange(Behavior? behavior, int from, int to, DateTimeOffset now)
    {
        if (behavior is null)
        {
            return;
        }

        var (events, rules) = to > from ? (_upEvents, behavior.Up) : (_downEvents, behavior.Down);
        var cutoff = now - TimeSpan.FromSeconds(rules.LongestPeriodSeconds);
        Store(events, events.FindLastIndex(e => e.Time < cutoff), new(Math.Abs(to - from), now));
    }

    /// <summary>Pods added or removed within a policy's period; a change exactly one period old is out.</summary>
    public static int ChangeWithin(IReadOnlyList<ScaleEvent> events, int periodSeconds, DateTimeOffset now)
    {
        var cutoff = now - TimeSpan.FromSeconds(periodSeconds);
        var sum = 0;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Time > cutoff)
            {
                sum += events[i].Change;
            }
        }

        return sum;
    }

    private static void Store<T>(List<T> list, int slot, T entry)
    {
        if (slot >= 0)
        {
            list[slot] = entry;
        }
        else
        {
            list.Add(entry);
        }
    }

    private static void Replace<T>(List<T> list, IEnumerable<T> entries)
    {
        list.Clear();
        list.AddRange(entries);
    }
}
