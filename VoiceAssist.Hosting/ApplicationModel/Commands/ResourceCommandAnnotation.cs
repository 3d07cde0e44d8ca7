using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command of a resource.</summary>
/// <param name="name">Unique among the resource's commands.</param>
/// <param name="displayName">The name to show.</param>
/// <param name="updateState">Decides whether it can be used; called whenever the instance changes.</param>
/// <param name="executeCommand">Does it.</param>
/// <param name="displayDescription">What it does, for display.</param>
/// <param name="parameter">Handed through to the dashboard.</param>
/// <param name="confirmationMessage">The question to ask first; null for none.</param>
/// <param name="iconName">The icon's name in the Fluent UI icon set.</param>
/// <param name="iconVariant">The icon's look.</param>
/// <param name="isHighlighted">Whether the table shows it rather than a menu.</param>
[DebuggerDisplay("Name = {Name}")]
public sealed class ResourceCommandAnnotation(
    string name,
    string displayName,
    Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
    string? displayDescription,
    object? parameter,
    string? confirmationMessage,
    string? iconName,
    IconVariant? iconVariant,
    bool isHighlighted) : IResourceAnnotation
{
    /// <summary>Unique among the resource's commands.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The name to show.</summary>
    public string DisplayName { get; } = displayName ?? throw new ArgumentNullException(nameof(displayName));

    /// <summary>Decides whether it can be used.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState ?? throw new ArgumentNullException(nameof(updateState));

    /// <summary>Does it.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand ?? throw new ArgumentNullException(nameof(executeCommand));

    /// <summary>What it does, for display.</summary>
    public string? DisplayDescription { get; } = displayDescription;

    /// <summary>Handed through to the dashboard.</summary>
    [Obsolete("Use Arguments to describe invocation arguments and ExecuteCommandContext.Arguments to read them.")]
    public object? Parameter { get; } = parameter;

    /// <summary>The question to ask first; null for none.</summary>
    public string? ConfirmationMessage { get; } = confirmationMessage;

    /// <summary>The icon's name in the Fluent UI icon set.</summary>
    public string? IconName { get; } = iconName;

    /// <summary>The icon's look.</summary>
    public IconVariant? IconVariant { get; } = iconVariant;

    /// <summary>Whether the table shows it rather than a menu.</summary>
    public bool IsHighlighted { get; } = isHighlighted;
}
