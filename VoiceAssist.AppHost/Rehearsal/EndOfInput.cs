using Microsoft.Extensions.Hosting;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>
/// Stops the app when its standard input ends: <c>--until-input-ends true</c>. Whoever started it so needs no signal to stop it, and
/// does not leave it behind by being killed.
/// </summary>
internal sealed class EndOfInput(IHostApplicationLifetime lifetime) : BackgroundService
{
    public const string Switch = "until-input-ends";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var input = Console.OpenStandardInput();

        // A console's read cannot be cancelled; it must not keep the app from ending.
        await Task.Factory.StartNew(
            () =>
            {
                Span<byte> buffer = stackalloc byte[256];
                while (input.Read(buffer) > 0)
                {
                }
            },
            stoppingToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }
}
