namespace VoiceAssist.Autoscaling.Verdicts;

/// <summary>A run compared with its objectives.</summary>
public sealed record Verdict(IReadOnlyList<Finding> Findings)
{
    public bool IsMet => Findings.All(f => f.IsMet);

    /// <summary>A line per objective.</summary>
    public override string ToString() => string.Join('\n', Findings);
}
