using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Processing;

/// <summary>
/// Claims jobs and runs them, a bounded number at a time. At SIGTERM it claims no more and hands back what has not begun,
/// lets the running ones finish within the budget and hands the rest back.
/// </summary>
internal sealed class Processor(
    IJobSource jobs,
    JobRunner runner,
    Closer closer,
    RunningJobs running,
    Schema schema,
    IOptions<ProcessorOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Processor> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>How long to rest when nothing could be claimed, so that the queue is not emptied against a closed door.</summary>
    private static readonly TimeSpan ClaimFailedPause = TimeSpan.FromMilliseconds(250);

    private readonly Channel<Run> _claimed = Channel.CreateUnbounded<Run>();
    private readonly ClaimWindow _window = new(options.Value.Concurrency);
    private readonly WakeUpHint _wakeUp = new();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the first service stops: until the last job is written, probes and scrapes are answered.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        runner.Announce();
        var runs = Enumerable.Range(0, options.Value.Concurrency).Select(_ => Task.Run(RunJobsAsync, CancellationToken.None)).ToArray();
        await schema.WhenAppliedAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ClaimUntilStoppedAsync(stop.Token);
        await FinishAsync(runs);
    }

    private async Task ClaimUntilStoppedAsync(CancellationToken stop)
    {
        var subscribed = false;
        var pause = PollPause.Shortest;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                subscribed = subscribed || await TrySubscribeAsync();
                var room = await _window.RoomAsync(stop);
                var hint = _wakeUp.Next;
                if (await ClaimAsync(room) > 0)
                {
                    pause = PollPause.Shortest;
                    continue;
                }

                await WakeUpHint.SleepAsync(hint, pause, time, stop);
                pause = hint.IsCompleted ? PollPause.Shortest : PollPause.After(pause);
            }
            catch (QueueUnavailableException e)
            {
                logger.LogDebug("Nothing can be taken: {Reason}", e.Message);
                await WakeUpHint.SleepAsync(_wakeUp.Next, pause, time, stop);
                pause = PollPause.After(pause);
            }
            catch (NpgsqlException e)
            {
                logger.LogWarning("Nothing can be claimed: {Reason}", e.Message);
                await Task.Delay(ClaimFailedPause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogCritical(e, "Claiming failed");
                await Task.Delay(ClaimFailedPause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False when hints cannot be had now: without them jobs wait for the next look, no longer.</returns>
    private async Task<bool> TrySubscribeAsync()
    {
        try
        {
            await jobs.SubscribeAsync(_wakeUp, Cancel);
            return true;
        }
        catch (QueueUnavailableException e)
        {
            logger.LogDebug("No hints: {Reason}", e.Message);
            return false;
        }
    }

    /// <returns>How many jobs the queue gave; some of them may have gone already.</returns>
    private async Task<int> ClaimAsync(int room)
    {
        var (taken, claimed) = await jobs.ClaimAsync(room);
        _window.Claimed(claimed.Count);
        foreach (var job in claimed)
        {
            var run = new Run(job);
            running.Add(run);
            _claimed.Writer.TryWrite(run);
        }

        return taken;
    }

    private void Cancel(IReadOnlySet<Guid> called)
    {
        foreach (var id in called)
        {
            running.Stop(id, StopReason.Cancelled);
        }
    }

    private async Task RunJobsAsync()
    {
        await foreach (var run in _claimed.Reader.ReadAllAsync())
        {
            var begun = time.GetTimestamp();
            try
            {
                End(run, run.IsStopped ? Unbegun(run) : await runner.RunAsync(run), time.GetElapsedTime(begun));
            }
            catch (Exception e)
            {
                logger.LogCritical(e, "Job {JobId} broke its runner", run.Job.Id);
                End(run, null, null);
            }
        }
    }

    /// <summary>Somebody stopped it before a hand was free.</summary>
    private Closing? Unbegun(Run run) =>
        RunEnding.Of(run.Job, new RunResult.Stopped(run.Reason), KindLimits.Standard, time.GetUtcNow(), random: 0);

    private void End(Run run, Closing? closing, TimeSpan? took)
    {
        _window.Handled(took);
        if (closing is null)
        {
            closer.Drop(run);
            _window.Closed();
        }
        else
        {
            closer.Add(run, closing, _window.Closed);
        }
    }

    private async Task FinishAsync(Task[] runs)
    {
        while (_claimed.Reader.TryRead(out var run))
        {
            End(run, RunEnding.HandedBack(run.Job, time.GetUtcNow()), null);
        }

        _claimed.Writer.Complete();
        if (running.Count > 0)
        {
            logger.LogInformation("Finishing {Count} jobs within {Seconds} s", running.Count, options.Value.FinishBudget.TotalSeconds);
        }

        using (var budget = new CancellationTokenSource(options.Value.FinishBudget, time))
        await using (budget.Token.Register(() => running.StopAll(StopReason.CutOff)))
        {
            await Task.WhenAll(runs);
        }

        using var lastWrites = new CancellationTokenSource(ShutdownBudget.HandBack, time);
        await using var giveUp = lastWrites.Token.Register(closer.GiveUp);
        await _window.EmptyAsync();
    }
}
