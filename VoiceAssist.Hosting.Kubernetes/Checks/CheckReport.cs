namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>What the checks found.</summary>
/// <param name="Errors">They stop the publish.</param>
/// <param name="Warnings">They are printed.</param>
/// <param name="Suppressed">Warnings that the app host does not want printed, with its reason.</param>
internal sealed record CheckReport(IReadOnlyList<Finding> Errors, IReadOnlyList<Finding> Warnings, IReadOnlyList<SuppressedFinding> Suppressed)
{
    /// <summary>Whether the plans may be published.</summary>
    public bool MayPublish => Errors.Count == 0;

    /// <summary>The lines to print: errors, then warnings, then how many were suppressed and why.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. FindingText.Lines(Errors),
        .. FindingText.Lines(Warnings),
        .. Suppressed.GroupBy(s => (s.Finding.Check.Id, s.Because)).Select(g => $"suppressed {g.Key.Id} ({g.Count()}): {g.Key.Because}"),
    ];
}
