namespace Aspire.Hosting;

/// <summary>Whether the app runs or is published.</summary>
public class DistributedApplicationExecutionContext
{
    private readonly Func<IServiceProvider?> _services;

    /// <summary>A context without services.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(operation, static () => null)
    {
    }

    internal DistributedApplicationExecutionContext(DistributedApplicationOperation operation, Func<IServiceProvider?> services)
    {
        Operation = operation;
        _services = services;
    }

    /// <summary>What the app host was started for.</summary>
    public DistributedApplicationOperation Operation { get; }

    /// <summary>Whether the app is published.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>Whether the app runs.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>The app's services.</summary>
    /// <exception cref="InvalidOperationException">The app has not been built yet.</exception>
    public IServiceProvider ServiceProvider => _services() ?? throw new InvalidOperationException(
        "The services are available only once the app has been built.");
}
