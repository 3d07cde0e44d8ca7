using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a command is given.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The app's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The name of the instance on which the command was called.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Ends the command early.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Writes to the instance's console log.</summary>
    public required ILogger Logger { get; init; }
}
