namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>What a check is about; the text of <c>explain-check</c> and of <c>docs/checks.md</c>.</summary>
/// <param name="Id">Its id; never used again for another check. The hundreds are the <see cref="CheckGroup"/>.</param>
/// <param name="Severity">What its findings do to a publish.</param>
/// <param name="Title">What is wrong, in one line.</param>
internal sealed record CheckDescription(string Id, Severity Severity, string Title)
{
    /// <value>Why it matters.</value>
    public required string Why { get; init; }

    /// <value>What to do about it.</value>
    public required string Do { get; init; }

    /// <value>A fix as it stands in the app host; null: there is no line that would say more than <see cref="Do"/>.</value>
    public string? Sample { get; init; }

    /// <value>Where the rule comes from: the document, KEP or source file; null: it is this project's own.</value>
    public string? Source { get; init; }
}
