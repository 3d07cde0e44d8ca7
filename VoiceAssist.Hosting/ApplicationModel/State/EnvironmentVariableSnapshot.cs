using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An environment variable of a resource.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsFromSpec">Whether the model sets it; the others are inherited and shown on demand only.</param>
[DebuggerDisplay("{Name}")]
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);
