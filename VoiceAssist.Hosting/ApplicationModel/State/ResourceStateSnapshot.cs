using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource's state as it is shown.</summary>
/// <param name="Text">The state; mostly one of <see cref="KnownResourceStates"/>.</param>
/// <param name="Style">One of <see cref="KnownResourceStateStyles"/>; null for the state's own.</param>
[DebuggerDisplay("{Text}")]
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>A state without a style of its own.</summary>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, Style: null);
}
