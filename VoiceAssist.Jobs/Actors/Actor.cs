using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Actors;

/// <summary>Does one thing at an interval, once the schema is there. A server that is away is a reason to try at the next one.</summary>
internal abstract class Actor(Schema schema, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    /// <summary>From the end of one tick to the next.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>From the end of a tick that failed to the next one.</summary>
    protected virtual TimeSpan PauseAfterFailure => Pause;

    /// <summary>Completes when the next tick should not wait for the pause.</summary>
    protected virtual Task Hint => Never;

    protected TimeProvider Time => time;

    /// <summary>Does it once.</summary>
    /// <exception cref="NpgsqlException">Postgres is away.</exception>
    /// <exception cref="QueueUnavailableException">Redis is away.</exception>
    internal abstract Task TickAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WhenAppliedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (hint, pause) = (Hint, Pause);
            try
            {
                await TickAsync(stoppingToken);
            }
            catch (Exception e) when (e is QueueUnavailableException or NpgsqlException)
            {
                logger.LogDebug("{Actor} has to wait: {Reason}", GetType().Name, e.Message);
                pause = PauseAfterFailure;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogCritical(e, "{Actor} failed", GetType().Name);
            }

            await WakeUpHint.SleepAsync(hint, pause, time, stoppingToken);
        }
    }
}
