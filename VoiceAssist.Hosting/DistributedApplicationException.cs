namespace Aspire.Hosting;

/// <summary>The app model or its run is wrong; the message says where and what to do.</summary>
public class DistributedApplicationException : Exception
{
    /// <inheritdoc/>
    public DistributedApplicationException()
    {
    }

    /// <inheritdoc/>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public DistributedApplicationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
