using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command of a resource at a moment.</summary>
/// <param name="Name">Unique among the resource's commands.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="DisplayName">The name to show.</param>
/// <param name="DisplayDescription">What it does.</param>
/// <param name="Parameter">Obsolete in Aspire; handed through.</param>
/// <param name="ConfirmationMessage">The question to ask first; null for none.</param>
/// <param name="IconName">The icon's name in the Fluent UI icon set.</param>
/// <param name="IconVariant">The icon's look.</param>
/// <param name="IsHighlighted">Whether it is shown in the table rather than in a menu.</param>
[DebuggerDisplay("{State}", Name = "{Name}")]
public sealed record ResourceCommandSnapshot(
    string Name,
    ResourceCommandState State,
    string DisplayName,
    string? DisplayDescription,
    object? Parameter,
    string? ConfirmationMessage,
    string? IconName,
    IconVariant? IconVariant,
    bool IsHighlighted);
