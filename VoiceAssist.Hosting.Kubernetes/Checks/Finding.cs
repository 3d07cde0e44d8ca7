namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>Something a check found.</summary>
/// <param name="Check">The check.</param>
/// <param name="Environment">The environment; <c>base</c> for the base.</param>
/// <param name="Object">The object, <c>Kind/name</c>.</param>
/// <param name="At">The place in the app host.</param>
/// <param name="Found">What was found, in figures.</param>
internal sealed record Finding(CheckDescription Check, string Environment, string Object, SourceLocation? At, string Found)
{
    /// <summary>What the finding does to a publish.</summary>
    public Severity Severity => Check.Severity;

    /// <inheritdoc/>
    public override string ToString() => FindingText.Of([this]);
}
