namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>A base rate with short peaks at regular intervals.</summary>
/// <param name="Base">Rate per second between the peaks.</param>
/// <param name="Peak">Rate per second during a peak.</param>
/// <param name="Every">From the start of one peak to the next; the first begins after one interval.</param>
/// <param name="Lasting">How long a peak lasts.</param>
public sealed record SpikeLoad(double Base, double Peak, TimeSpan Every, TimeSpan Lasting) : Load
{
    private readonly double _base = Rate(Base, nameof(Base));
    private readonly double _peak = Rate(Peak, nameof(Peak));

    public override double RateAt(TimeSpan time) =>
        time >= Every && time.Ticks % Every.Ticks < Lasting.Ticks ? _peak : _base;
}
