using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>The app that a test gets: errors are thrown, not printed, and disposing it stops it.</summary>
internal sealed class TestedApplication(IHost host, EntryPointRun? run) : DistributedApplication(host)
{
    private readonly IHost _host = host;
    private bool _needsStop;
    private int _disposed;

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (run is not null)
        {
            await run.WaitForRunAsync(cancellationToken).ConfigureAwait(false);
        }

        _needsStop = true;
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
        run?.AppStarted();
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        _needsStop = false;
    }

    /// <summary>Runs the app until it is told to stop, or publishes it.</summary>
    /// <exception cref="DistributedApplicationException">The app cannot be started, or publishing failed.</exception>
    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (Services.GetRequiredService<PublishRequest>().Operation == DistributedApplicationOperation.Publish)
        {
            await PublishRunner.ExecuteAsync(Services, cancellationToken).ConfigureAwait(false);
            return;
        }

        await StartAsync(cancellationToken).ConfigureAwait(false);
        await _host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        _needsStop = false;
    }

    public override void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            if (_needsStop)
            {
                await StopAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            await base.DisposeAsync().ConfigureAwait(false);
            if (run is not null)
            {
                run.AppEnded();
                await run.WaitForEndAsync().ConfigureAwait(false);
            }
        }
    }
}
