namespace VoiceAssist.Autoscaling.Plant;

/// <summary>From seconds since the start to the times the algorithm works with.</summary>
internal sealed class SimulationClock(DateTimeOffset start)
{
    public DateTimeOffset At(double seconds) => start + TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));

    /// <summary>As the API stores times: truncated to the second.</summary>
    public DateTimeOffset WholeSecond(double seconds) => start + TimeSpan.FromTicks((long)Math.Floor(seconds) * TimeSpan.TicksPerSecond);
}
