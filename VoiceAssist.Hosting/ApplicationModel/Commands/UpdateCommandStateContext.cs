namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback that decides on a command's state is given.</summary>
public sealed class UpdateCommandStateContext
{
    /// <summary>What is known of the instance.</summary>
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    /// <summary>The app's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }
}
