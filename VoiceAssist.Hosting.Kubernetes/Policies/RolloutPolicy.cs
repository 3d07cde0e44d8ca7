using System.Runtime.CompilerServices;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>How pods are replaced when their template changes.</summary>
public sealed class RolloutPolicy : Policy<RolloutPolicy>
{
    /// <value>Pods beyond the replicas; null: the pods are recreated in place.</value>
    public Figure<IntOrPercent>? MaxSurge { get; private set; }

    /// <value>Pods that may be missing; null: the pods are recreated in place.</value>
    public Figure<IntOrPercent>? MaxUnavailable { get; private set; }

    /// <value>Whether all old pods end before a new one starts.</value>
    public bool IsRecreate { get; private set; }

    /// <summary>A rolling update, e.g. <c>("1", "0")</c>.</summary>
    public RolloutPolicy Rolling(string maxSurge, string maxUnavailable, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        (MaxSurge, MaxUnavailable, IsRecreate) = (new(IntOrPercent.Parse(maxSurge), because, new(file, line)), new(IntOrPercent.Parse(maxUnavailable), because, new(file, line)), false);
        return this;
    }

    /// <summary>All old pods end before a new one starts.</summary>
    public RolloutPolicy Recreate()
    {
        (MaxSurge, MaxUnavailable, IsRecreate) = (null, null, true);
        return this;
    }
}
