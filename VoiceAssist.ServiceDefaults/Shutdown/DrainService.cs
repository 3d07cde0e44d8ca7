using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.ServiceDefaults.Shutdown;

/// <summary>
/// Holds the stop back for the drain delay. <see cref="StoppingAsync"/> runs after SIGTERM has turned the process
/// unready and before the server stops listening, which is the only place where requests are still served.
/// </summary>
internal sealed class DrainService(ShutdownOptions options, Drain drain, TimeProvider time, ILogger<DrainService> logger)
    : IHostedLifecycleService, IDisposable
{
    private ITimer? _cut;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (options.DrainDelay > TimeSpan.Zero)
        {
            logger.LogInformation("Draining for {Seconds} s before the server stops", options.DrainDelay.TotalSeconds);
            await Task.Delay(options.DrainDelay, time, cancellationToken);
        }

        _cut = time.CreateTimer(_ => drain.Cut(), null, options.InFlight, Timeout.InfiniteTimeSpan);
        drain.End();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _cut?.Dispose();
}
