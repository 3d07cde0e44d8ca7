using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Workloads;
using VoiceAssist.Cli.Simulate;

namespace VoiceAssist.Cli.Advise;

/// <summary>The advice on one autoscaler with the series behind it.</summary>
/// <param name="Scaled">What it is about.</param>
/// <param name="Advice">The advice.</param>
/// <param name="Ratios">Measured value divided by target over time, by the metric's name.</param>
/// <param name="Usage">What one pod used.</param>
/// <param name="Tolerance">How far a ratio may be from 1.</param>
/// <param name="IsRecorded">Whether the series were recorded; otherwise they are simulated.</param>
internal sealed record AdvisedAutoscaler(
    ScaledDeployment Scaled,
    IReadOnlyList<Advice> Advice,
    IReadOnlyList<(string Metric, IReadOnlyList<LoadPoint> Ratios)> Ratios,
    IReadOnlyList<UsagePoint> Usage,
    Tolerance Tolerance,
    bool IsRecorded)
{
    public string Name => Scaled.Autoscaler.Metadata.Name;
}
