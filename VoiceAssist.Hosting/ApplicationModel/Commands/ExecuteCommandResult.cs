namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command ended.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it did what it should.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether somebody ended it early.</summary>
    public bool Canceled { get; init; }

    /// <summary>What to tell whoever called it.</summary>
    public string? Message { get; init; }

    /// <summary>What it returns.</summary>
    public CommandResultData? Data { get; init; }
}
