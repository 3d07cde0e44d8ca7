namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>Always the same rate.</summary>
public sealed record ConstantLoad(double PerSecond) : Load
{
    private readonly double _perSecond = Rate(PerSecond, nameof(PerSecond));

    public override double RateAt(TimeSpan time) => _perSecond;
}
