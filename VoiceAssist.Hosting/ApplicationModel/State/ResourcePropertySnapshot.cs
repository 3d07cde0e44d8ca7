using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A property that is shown with a resource.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Value">A string, a number, a list of either, or null; anything else is shown as its text.</param>
[DebuggerDisplay("{Value}", Name = "{Name}")]
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    /// <summary>Whether the dashboard masks the value until somebody asks for it.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The name to show; null for <see cref="Name"/>.</summary>
    internal string? DisplayName { get; init; }

    /// <summary>Whether the details show it although the dashboard does not know its name.</summary>
    internal bool IsHighlighted { get; init; }

    /// <summary>Smaller ones come first.</summary>
    internal int? SortOrder { get; init; }
}
