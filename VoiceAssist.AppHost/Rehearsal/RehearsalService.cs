using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>Scales the workloads as long as the app runs.</summary>
internal sealed class RehearsalService(
    RehearsalOptions options,
    IReadOnlyList<LocalWorkload> workloads,
    AutoscalerResource resource,
    ResourceNotificationService notifications,
    ResourceCommandService commands,
    ResourceLoggerService loggers) : BackgroundService
{
    private static readonly TimeSpan RouteEvery = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CompressedTime _time = new(options.Speed, TimeProvider.System);
    private IReadOnlyList<LocalAutoscaler> _autoscalers = [];

    /// <summary>The proxy's address, once it listens.</summary>
    public Task<string> Url => _url.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var logger = loggers.GetLogger(resource);
        try
        {
            await RunAsync(logger, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // The app itself goes on.
            logger.LogError(e, "The rehearsal ended.");
            _url.TrySetException(e);
            await SetStateAsync(KnownResourceStates.FailedToStart).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(ILogger logger, CancellationToken stoppingToken)
    {
        using var client = new HttpClient();
        var control = new ReplicaControl(commands);
        _autoscalers = [.. workloads.Select(w => new LocalAutoscaler(w, _time, client, control, logger))];
        var kubelets = Task.WhenAll(workloads.Select(w => new Kubelet(w, client, _time, notifications).RunAsync(stoppingToken)));
        await using var proxy = await ReadyProxy.StartAsync(Status, stoppingToken).ConfigureAwait(false);
        _url.TrySetResult(proxy.Url);
        await SetStateAsync(KnownResourceStates.Running).ConfigureAwait(false);
        logger.LogInformation("Policies of {Environment}, {Speed} times as fast as in a cluster; callers: {Url}", options.Environment, options.Speed, proxy.Url);
        await Task.WhenAll(kubelets, RouteAsync(proxy, stoppingToken), ScaleAsync(stoppingToken)).ConfigureAwait(false);
    }

    private async Task ScaleAsync(CancellationToken stoppingToken)
    {
        foreach (var workload in workloads)
        {
            ReplicaControl.Want(workload, workload.Spec.MinReplicas);
            await notifications.WaitForResourceHealthyAsync(workload.Name, WaitBehavior.WaitOnResourceUnavailable, stoppingToken).ConfigureAwait(false);
        }

        while (true)
        {
            await Task.WhenAll(_autoscalers.Select(a => a.PassAsync(stoppingToken))).ConfigureAwait(false);
            await _time.DelayAsync(ControllerSettings.Default.SyncPeriod, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task RouteAsync(ReadyProxy proxy, CancellationToken stoppingToken)
    {
        while (true)
        {
            var urls = new List<string>();
            foreach (var pod in workloads.Where(w => w.IsBalanced).SelectMany(w => w.Pods).Where(p => p.IsReady))
            {
                urls.Add((await pod.Http.GetValueAsync(stoppingToken).ConfigureAwait(false))!);
            }

            proxy.Route(urls);
            await Task.Delay(RouteEvery, stoppingToken).ConfigureAwait(false);
        }
    }

    private RehearsalStatus Status() => new()
    {
        Speed = options.Speed,
        Environment = options.Environment,
        Seconds = _time.Seconds,
        Workloads = [.. _autoscalers.Select(a => a.Report())],
    };

    private Task SetStateAsync(string state) => notifications.PublishUpdateAsync(resource, s => s with { State = state });
}
