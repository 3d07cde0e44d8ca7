using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Specs;

/// <summary>A metric's target.</summary>
/// <param name="Kind">How to compare.</param>
/// <param name="Amount">Percent for <see cref="TargetKind.Utilization"/>, otherwise thousandths of the metric's unit.</param>
public readonly record struct MetricTarget(TargetKind Kind, long Amount)
{
    public override string ToString() => Kind switch
    {
        TargetKind.Utilization => $"{Amount} %",
        TargetKind.AverageValue => $"{Milli.ToText(Amount)} per pod",
        TargetKind.Value => Milli.ToText(Amount),
        _ => "no target",
    };
}
