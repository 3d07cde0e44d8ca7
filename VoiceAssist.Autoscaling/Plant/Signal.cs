namespace VoiceAssist.Autoscaling.Plant;

/// <summary>What a custom or external metric measures in the simulation.</summary>
public enum Signal
{
    /// <summary>Requests (or started jobs) per second.</summary>
    Throughput,

    /// <summary>Requests or jobs waiting.</summary>
    QueueDepth,

    /// <summary>Seconds since the oldest waiting request or job arrived; 0 when none waits.</summary>
    QueueAge,

    /// <summary>Jobs running, or requests being served on average.</summary>
    InProgress,
}
