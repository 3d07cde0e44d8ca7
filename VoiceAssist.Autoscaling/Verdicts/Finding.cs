namespace VoiceAssist.Autoscaling.Verdicts;

/// <summary>One objective compared with a run.</summary>
/// <param name="Objective">Which.</param>
/// <param name="Measured">What the run did, with unit.</param>
/// <param name="Required">What was required, with unit.</param>
/// <param name="IsMet">Whether it is met.</param>
public sealed record Finding(string Objective, string Measured, string Required, bool IsMet)
{
    public override string ToString() => $"{(IsMet ? "met" : "MISSED")}: {Objective} {Measured} (required {Required})";
}
