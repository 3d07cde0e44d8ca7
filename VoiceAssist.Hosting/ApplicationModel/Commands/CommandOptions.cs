namespace Aspire.Hosting.ApplicationModel;

/// <summary>What may be said of a command beyond its name and what it does.</summary>
public class CommandOptions
{
    /// <summary>What the command does, for display.</summary>
    public string? Description { get; set; }

    /// <summary>Handed through to the dashboard.</summary>
    [Obsolete("Use Arguments to describe invocation arguments and ExecuteCommandContext.Arguments to read them.")]
    public object? Parameter { get; set; }

    /// <summary>The question to ask first; null for none.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>The icon's name in the Fluent UI icon set.</summary>
    public string? IconName { get; set; }

    /// <summary>The icon's look.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether the table shows it rather than a menu.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Decides whether it can be used; called whenever the instance changes. Default: always.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
}
