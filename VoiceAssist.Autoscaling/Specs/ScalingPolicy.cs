namespace VoiceAssist.Autoscaling.Specs;

/// <summary>At most <paramref name="Value"/> pods or percent of change within <paramref name="PeriodSeconds"/>.</summary>
public readonly record struct ScalingPolicy(PolicyKind Kind, int Value, int PeriodSeconds)
{
    public override string ToString() => Kind == PolicyKind.Percent
        ? $"{Value} % per {PeriodSeconds} s"
        : $"{Value} {(Value == 1 ? "pod" : "pods")} per {PeriodSeconds} s";
}
