namespace Aspire.Hosting.Orchestration;

/// <summary>A command-line argument of a run.</summary>
/// <param name="Text">The argument.</param>
/// <param name="IsSensitive">Whether it must not be shown.</param>
internal sealed record ResolvedArgument(string Text, bool IsSensitive);
