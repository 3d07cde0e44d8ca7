namespace VoiceAssist.Autoscaling.Verdicts;

/// <summary>What is expected of a workload's run. What is null is not looked at.</summary>
public sealed record Objectives
{
    /// <summary>When the load rises; needed for <see cref="ReactionUp"/> and <see cref="BacklogClearedWithin"/>.</summary>
    public TimeSpan? LoadRises { get; init; }

    /// <summary>When the load is gone; needed for <see cref="ReactionDown"/>.</summary>
    public TimeSpan? LoadGone { get; init; }

    /// <summary>Longest time from the rise until the first added pod is Ready.</summary>
    public TimeSpan? ReactionUp { get; init; }

    /// <summary>Longest time from the end of the load until the first pod is removed.</summary>
    public TimeSpan? ReactionDown { get; init; }

    /// <summary>Most turns of direction that follow the previous change within <see cref="FlappingWindow"/>.</summary>
    public int? Flapping { get; init; }

    /// <value>Default 15 min.</value>
    public TimeSpan FlappingWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Largest share of the time, 0 to 1, at the maximum while the metrics ask for more.</summary>
    public double? TimeAtMaximum { get; init; }

    /// <summary>Longest time from the rise of the load until nothing waits any more.</summary>
    public TimeSpan? BacklogClearedWithin { get; init; }

    /// <summary>Highest latency in 95 % of the time.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Most requests given up.</summary>
    public double? Unserved { get; init; }

    /// <summary>Most that the run may cost, at <see cref="PricePerVcpuHour"/>.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The price for <see cref="Cost"/>.</summary>
    public decimal PricePerVcpuHour { get; init; }
}
