namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>A day: lowest at night, highest at the peak hour, in a smooth curve.</summary>
/// <param name="Night">Lowest rate per second.</param>
/// <param name="Peak">Highest rate per second.</param>
/// <param name="PeakHour">When the peak is, in hours since the start of the day.</param>
public sealed record DailyCycleLoad(double Night, double Peak, double PeakHour = 14) : Load
{
    private readonly double _night = Rate(Night, nameof(Night));
    private readonly double _peak = Rate(Peak, nameof(Peak));

    public override double RateAt(TimeSpan time)
    {
        var phase = 2 * Math.PI * (time.TotalHours - PeakHour) / 24;
        return _night + ((_peak - _night) * (1 + Math.Cos(phase)) / 2);
    }
}
