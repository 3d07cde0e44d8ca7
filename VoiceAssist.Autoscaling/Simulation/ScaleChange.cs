using VoiceAssist.Autoscaling.Reconciling;

namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>A change of the replica count during a run.</summary>
/// <param name="Time">Since the start.</param>
/// <param name="Decision">The pass that made it, with its explanation.</param>
public sealed record ScaleChange(TimeSpan Time, Decision Decision)
{
    public int From => Decision.Current;

    public int To => Decision.Desired;
}
