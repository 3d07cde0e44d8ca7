namespace Aspire.Hosting.Testing;

/// <summary>The builder of an app host, complete as its entry point left it; a test may still change it.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Finishes the model. Disposing the app stops it and ends the entry point.</summary>
    /// <exception cref="DistributedApplicationException">The model is wrong.</exception>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
