using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>The app that an entry point gets in a test: what it does waits until the test does it.</summary>
internal sealed class HeldApplication(IHost host, TaskCompletionSource atRun, Task started, Task ended) : DistributedApplication(new BorrowedHost(host))
{
    public override Task StartAsync(CancellationToken cancellationToken = default)
    {
        atRun.TrySetResult();
        return started.WaitAsync(cancellationToken);
    }

    public override Task RunAsync(CancellationToken cancellationToken = default)
    {
        atRun.TrySetResult();
        return ended.WaitAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (!ended.IsCompleted)
        {
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        return Task.CompletedTask;
    }
}
