using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>A host that belongs to somebody else: disposing it does nothing.</summary>
internal sealed class BorrowedHost(IHost host) : IHost
{
    public IServiceProvider Services => host.Services;

    public Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public void Dispose()
    {
        // Its owner does.
    }
}
