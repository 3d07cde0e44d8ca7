using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Capacity;

/// <summary>How a workload replaces its pods when its template changes: what comes on top of its replicas meanwhile.</summary>
/// <remarks>Default: a Deployment's <c>maxSurge: 25%</c> and <c>maxUnavailable: 25%</c>, no overlap of old pods.</remarks>
public sealed record RolloutPace
{
    /// <summary>One pod at a time and no surge: a StatefulSet, or a Deployment with strategy Recreate.</summary>
    public static RolloutPace InPlace { get; } = new() { MaxSurge = IntOrPercent.FromCount(0), MaxUnavailable = IntOrPercent.FromCount(1) };

    /// <value><c>maxSurge</c>; percentages round up. Default 25 %.</value>
    public IntOrPercent MaxSurge { get; init; } = IntOrPercent.FromPercent(new Percent(25));

    /// <value><c>maxUnavailable</c>; percentages round down. Default 25 %.</value>
    public IntOrPercent MaxUnavailable { get; init; } = IntOrPercent.FromPercent(new Percent(25));

    /// <value>How long an old pod still exists after it was told to stop, at most its grace period. Default 0.</value>
    public TimeSpan Termination { get; init; } = TimeSpan.Zero;

    /// <value>How long a new pod takes until it is Ready; paces the rollout. Default 10 s.</value>
    public TimeSpan Startup { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Extra pods at a replica count.</summary>
    public int Surge(int replicas) => MaxSurge.Of(replicas, roundUp: true);

    /// <summary>Old pods that are still stopping, at most, while a rollout goes on at a replica count.</summary>
    /// <remarks>
    /// A Deployment does not wait for old pods to be gone. Per start-up time it replaces at most surge + unavailable pods, and each
    /// of those counts against the quota until its termination is over. Never more than all replicas.
    /// </remarks>
    public int Terminating(int replicas)
    {
        // A Deployment never has both at 0: Kubernetes then takes one unavailable pod.
        var step = Math.Max(1, Surge(replicas) + MaxUnavailable.Of(replicas, roundUp: false));
        var steps = Startup > TimeSpan.Zero ? Math.Ceiling(Termination / Startup) : Termination > TimeSpan.Zero ? replicas : 0;
        return (int)Math.Min(replicas, step * steps);
    }
}
