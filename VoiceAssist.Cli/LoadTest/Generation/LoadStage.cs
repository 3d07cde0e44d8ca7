using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>A part of a load.</summary>
/// <param name="Kind">How the rate moves.</param>
/// <param name="PerSecond">The rate it moves to, or is at.</param>
/// <param name="Length">How long it lasts, in the cluster's time.</param>
internal readonly record struct LoadStage(StageKind Kind, double PerSecond, TimeSpan Length)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind.ToString().ToLowerInvariant()}:{PerSecond:0.##}@{Duration.From(Length)}");
}
