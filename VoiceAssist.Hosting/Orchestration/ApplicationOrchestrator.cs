using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs the app model on DCP: addresses first, then every resource as soon as what it waits for is there; stops in the opposite order.</summary>
internal sealed class ApplicationOrchestrator(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    IDistributedApplicationEventing eventing,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    FailureReporter failures,
    RunOptions options,
    IServiceProvider services,
    TimeProvider time,
    ILogger<ApplicationOrchestrator> logger) : IHostedService, IDisposable
{
    /// <summary>From the request to stop until nothing is left.</summary>
    private static readonly TimeSpan StopBudget = TimeSpan.FromSeconds(4.5);

    /// <summary>What DCP takes on a busy machine to remove containers that have been killed, and their network.</summary>
    private static readonly TimeSpan ContainerCleanUp = TimeSpan.FromSeconds(4);

    /// <summary>Kept back for DCP itself; the containers' network can go only after them.</summary>
    private readonly TimeSpan _dcpStopBudget = TimeSpan.FromSeconds(model.GetContainerResources().Any() ? 2 : 1.5);

    /// <summary>
    /// What others depend on holds their data, so on a busy machine it gets this long to put it in order, even if the whole stop then takes
    /// longer than it should.
    /// </summary>
    private static readonly TimeSpan DependencyStopBudget = TimeSpan.FromSeconds(10);

    private readonly ContainerCommand _containers = new(DcpOptionsFactory.ContainerRuntime(options.Configuration));
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _background = [];
    private readonly List<ResourceRunner> _runners = [];
    private readonly ValueResources _values = new(model, notifications);
    private readonly DashboardLauncher? _dashboard = services.GetService<DashboardLauncher>();
    private DcpProcess? _dcp;
    private string? _sessionNetwork;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (executionContext.IsPublishMode)
        {
            return;
        }

        ModelValidator.Validate(model);
        try
        {
            await StartAsync(DcpOptionsFactory.Create(options), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_dcp is { } dcp)
        {
            await StopWorkloadsAsync(dcp.Client, begin, cancellationToken).ConfigureAwait(false);

            // Where the workloads took all the time, rather late than with containers and a network left behind.
            var limit = Remaining(begin);
            var hasContainers = model.GetContainerResources().Any();
            var isDown = await dcp.ShutdownAsync(hasContainers && limit < ContainerCleanUp ? ContainerCleanUp : limit, cancellationToken).ConfigureAwait(false);
            if (!isDown && hasContainers)
            {
                await _containers.RemoveAsync([.. _runners.SelectMany(r => r.Instances).Where(i => i.Workload.IsContainer && !i.IsPersistent).Select(i => i.Name)], _sessionNetwork).ConfigureAwait(false);
            }

            _dcp = null;
        }

        await Task.WhenAll(_background).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _runners.ForEach(r => r.Dispose());
        _stopping.Dispose();
    }

    private async Task StartAsync(DcpOptions dcpOptions, CancellationToken cancellationToken)
    {
        var workloads = model.Resources.Where(IsWorkload).ToArray();
        foreach (var resource in workloads)
        {
            resource.Annotations.Add(InstanceNames.Create(resource, options.AppHostHash));
        }

        var now = time.GetUtcNow().UtcDateTime;
        await Task.WhenAll(model.Resources.Select(r => notifications.PublishUpdateAsync(r, s => SnapshotFactory.Initial(r, s, now)))).ConfigureAwait(false);
        Track(_values.FollowParentsAsync(_stopping.Token));
        await _values.PublishParametersAsync(cancellationToken).ConfigureAwait(false);

        _dcp = await DcpProcess.StartAsync(dcpOptions, logger, cancellationToken, time).ConfigureAwait(false);
        var dcp = _dcp.Client;
        var allocator = new EndpointAllocator(dcp);
        if (_dashboard is not null)
        {
            await _dashboard.StartAsync(dcp, allocator, cancellationToken).ConfigureAwait(false);
        }

        await allocator.AllocateAsync(model.Resources, options.RandomizePorts, cancellationToken).ConfigureAwait(false);
        var context = new OrchestrationContext(dcp, _containers, executionContext, eventing, notifications, loggers, services, options.AppHost, failures, time);
        foreach (var resource in workloads)
        {
            var runner = new ResourceRunner(resource, context);
            LifecycleCommands.AddTo(runner);
            _runners.Add(runner);
        }

        await PublishAddressesAsync(cancellationToken).ConfigureAwait(false);
        Track(WatchAsync<Executable>(dcp, WorkloadState.Of));
        if (workloads.Any(r => r.IsContainer()))
        {
            var network = ContainerFactory.Network(options.ApplicationName, workloads.Any(r => r.IsPersistent()) ? options.AppHostHash : null);
            _sessionNetwork = network.Spec.Persistent == true ? null : network.Spec.NetworkName;
            await dcp.CreateAsync(network, cancellationToken).ConfigureAwait(false);
            Track(WatchAsync<Container>(dcp, WorkloadState.Of));
        }

        foreach (var runner in _runners)
        {
            Track(runner.StartAsync(_stopping.Token));
        }

        if (_dashboard is not null)
        {
            await _dashboard.AnnounceAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PublishAddressesAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources)
        {
            var urls = await ResourceUrls.ResolveAsync(resource, executionContext, cancellationToken).ConfigureAwait(false);
            await notifications.PublishUpdateAsync(resource, s => s with { Urls = urls }).ConfigureAwait(false);
            if (resource is IResourceWithConnectionString)
            {
                await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken).ConfigureAwait(false);
            }
        }

        await _values.PublishConnectionStringsAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WatchAsync<T>(DcpClient dcp, Func<T, WorkloadState> stateOf)
        where T : class, IDcpObject<T>
    {
        var runners = _runners.SelectMany(r => r.Instances.Select(i => (i.Name, Runner: r))).ToDictionary(r => r.Name, r => r.Runner);
        await foreach (var change in dcp.WatchAsync<T>(_stopping.Token).ConfigureAwait(false))
        {
            // A deleted object is one that a restart replaces: its last state stays until the new one has one.
            if (change.Type != DcpWatchEventType.Deleted && runners.TryGetValue(change.Object.Metadata.Name, out var runner))
            {
                await runner.UpdateAsync(change.Object.Metadata.Name, change.Object.Metadata.Uid, stateOf(change.Object)).ConfigureAwait(false);
            }
        }
    }

    private async Task StopWorkloadsAsync(DcpClient dcp, long begin, CancellationToken cancellationToken)
    {
        var stopper = new DcpStopper(dcp, _containers, time) { RemovesContainers = true };
        foreach (var instance in _runners.SelectMany(r => r.Instances))
        {
            instance.ExpectStop();
        }

        var groups = StopOrder.Of([.. _runners.Select(r => r.Resource)]);
        foreach (var (index, group) in groups.Index())
        {
            var workloads = _runners.Where(r => group.Contains(r.Resource)).SelectMany(r => r.Instances).Where(i => i.Exists && !i.IsPersistent).Select(i => i.Workload).ToList();
            if (index == groups.Count - 1 && _dashboard?.InstanceName is { } dashboard)
            {
                // Those before it still had something to send.
                workloads.Add(DcpWorkload.Executable(dashboard));
            }

            var grace = Remaining(begin) - _dcpStopBudget;
            if (index > 0 && grace < DependencyStopBudget)
            {
                grace = DependencyStopBudget;
            }

            var late = await stopper.StopAsync(workloads, grace, cancellationToken).ConfigureAwait(false);
            foreach (var workload in late)
            {
                logger.LogWarning("{Workload} did not stop in time and was killed.", workload);
            }
        }
    }

    private TimeSpan Remaining(long begin)
    {
        var remaining = StopBudget - time.GetElapsedTime(begin);
        return remaining > _dcpStopBudget ? remaining : _dcpStopBudget;
    }

    private void Track(Task task)
    {
        _background.Add(task);
        _ = task.ContinueWith(
            t => logger.LogError(t.Exception!.InnerException, "The orchestration of the app failed: {Message}", t.Exception.InnerException!.Message),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }

    private static bool IsWorkload(IResource resource) => resource is ProjectResource or ExecutableResource or ContainerResource;
}
