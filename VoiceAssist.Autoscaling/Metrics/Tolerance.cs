using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>How far a ratio may be from 1 without any scaling (HPA-SPEC §3.1).</summary>
/// <param name="Down">Below 1.</param>
/// <param name="Up">Above 1.</param>
public readonly record struct Tolerance(double Down, double Up)
{
    /// <summary>The cluster's value, each direction replaced by the autoscaler's own where set.</summary>
    public static Tolerance For(Behavior? behavior, ControllerSettings settings) =>
        settings.ConfigurableTolerance
            ? new(behavior?.Down.Tolerance ?? settings.Tolerance, behavior?.Up.Tolerance ?? settings.Tolerance)
            : new(settings.Tolerance, settings.Tolerance);

    // Not |1 - ratio| <= tolerance: in doubles 33/30 is inside this way and outside the other.
    public bool Contains(double ratio) => 1.0 - Down <= ratio && ratio <= 1.0 + Up;
}
