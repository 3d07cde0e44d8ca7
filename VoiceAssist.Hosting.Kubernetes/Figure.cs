namespace VoiceAssist.Hosting.Kubernetes;

/// <summary>A figure of a policy, with the reason that was given for it.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Because">Why it is what it is; stands as a comment over it in what is published. Null: no reason was given.</param>
/// <param name="At">Where it was written.</param>
public sealed record Figure<T>(T Value, string? Because, SourceLocation At);
