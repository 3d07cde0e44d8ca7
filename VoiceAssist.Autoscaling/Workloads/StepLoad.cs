namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>One rate, from a time on another, and back again at a later time.</summary>
/// <param name="Before">Rate per second before <paramref name="From"/> and after <paramref name="To"/>.</param>
/// <param name="During">Rate per second in between.</param>
/// <param name="From">When the higher (or lower) rate begins, since the start.</param>
/// <param name="To">When it ends.</param>
public sealed record StepLoad(double Before, double During, TimeSpan From, TimeSpan To) : Load
{
    private readonly double _before = Rate(Before, nameof(Before));
    private readonly double _during = Rate(During, nameof(During));

    public override double RateAt(TimeSpan time) => time >= From && time < To ? _during : _before;
}
