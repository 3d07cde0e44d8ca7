using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>
/// Takes jobs out of the queue and runs them, a bounded number at a time. At SIGTERM it takes no more,
/// lets the running ones finish within the budget and hands the rest back.
/// </summary>
internal sealed class Processor(
    JobQueue queue,
    JobRunner runner,
    Schema schema,
    IOptions<ProcessorOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Processor> logger) : BackgroundService
{
    /// <summary>How long a slot rests when its job could not be claimed, so that the queue is not emptied against a closed door.</summary>
    private static readonly TimeSpan ClaimFailedPause = PollPause.Longest;

    private readonly int _concurrency = options.Value.Concurrency;
    private readonly SemaphoreSlim _slots = new(options.Value.Concurrency);
    private readonly WakeUpHint _wakeUp = new();

    public override void Dispose()
    {
        _slots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var cutOff = new CancellationTokenSource();
        await schema.WhenAppliedAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await TakeUntilStoppedAsync(stop.Token, cutOff.Token);
        await FinishAsync(cutOff);
    }

    private async Task TakeUntilStoppedAsync(CancellationToken stop, CancellationToken cutOff)
    {
        var subscribed = false;
        var pause = PollPause.Shortest;
        while (!stop.IsCancellationRequested)
        {
            var hint = _wakeUp.Next;
            var taken = 0;
            try
            {
                if (!subscribed)
                {
                    await queue.SubscribeAsync(_wakeUp);
                    subscribed = true;
                }

                taken = await TakeAsync(stop, cutOff);
            }
            catch (QueueUnavailableException e)
            {
                logger.LogDebug("Nothing can be taken: {Reason}", e.Message);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            if (taken > 0)
            {
                pause = PollPause.Shortest;
                continue;
            }

            await WakeUpHint.SleepAsync(hint, pause, time, stop);
            pause = hint.IsCompleted ? PollPause.Shortest : PollPause.After(pause);
        }
    }

    private async Task<int> TakeAsync(CancellationToken stop, CancellationToken cutOff)
    {
        await _slots.WaitAsync(stop);
        var held = 1;
        try
        {
            while (held < _concurrency && _slots.Wait(0, CancellationToken.None))
            {
                held++;
            }

            var ids = await queue.TakeAsync(held);
            foreach (var id in ids)
            {
                held--;
                _ = RunAsync(id, stop, cutOff);
            }

            return ids.Length;
        }
        finally
        {
            if (held > 0)
            {
                _slots.Release(held);
            }
        }
    }

    private async Task RunAsync(Guid id, CancellationToken stop, CancellationToken cutOff)
    {
        try
        {
            await runner.RunAsync(id, cutOff);
        }
        catch (NpgsqlException e)
        {
            logger.LogWarning("Job {JobId} is left to the sweeper, Postgres did not answer: {Reason}", id, e.Message);
            await Task.Delay(ClaimFailedPause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e)
        {
            logger.LogCritical(e, "Job {JobId} broke its runner", id);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task FinishAsync(CancellationTokenSource cutOff)
    {
        var running = _concurrency - _slots.CurrentCount;
        if (running > 0)
        {
            logger.LogInformation("Finishing {Count} jobs within {Seconds} s", running, options.Value.FinishBudget.TotalSeconds);
        }

        using var budget = new CancellationTokenSource(options.Value.FinishBudget, time);
        await using var cut = budget.Token.Register(cutOff.Cancel);
        for (var i = 0; i < _concurrency; i++)
        {
            await _slots.WaitAsync(CancellationToken.None);
        }
    }
}
