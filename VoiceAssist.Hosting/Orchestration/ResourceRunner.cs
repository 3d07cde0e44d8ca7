using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts, stops and restarts the instances of one resource.</summary>
internal sealed class ResourceRunner : IDisposable
{
    private readonly OrchestrationContext _context;
    private readonly Dictionary<string, InstanceRunner> _instances;
    private readonly CancellationTokenSource _skipWait = new();

    public ResourceRunner(IResource resource, OrchestrationContext context)
    {
        Resource = resource;
        _context = context;
        _instances = resource.Annotations.OfType<DcpInstancesAnnotation>().Single().Instances
            .ToDictionary(i => i.Name, i => new InstanceRunner(resource, i, context));
    }

    public IResource Resource { get; }

    public IReadOnlyCollection<InstanceRunner> Instances => _instances.Values;

    /// <summary>Starts all instances once what they wait for is there; whatever goes wrong becomes the state of this resource alone.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Resource.HasAnnotationOfType<ExplicitStartupAnnotation>() || Resource.GetReplicaCount() == 0)
        {
            await _context.Notifications.PublishUpdateAsync(Resource, s => s with { State = KnownResourceStates.NotStarted }).ConfigureAwait(false);
            return;
        }

        await GuardAsync(
            Instances,
            async () =>
            {
                await WaitAsync(cancellationToken).ConfigureAwait(false);
                await _context.Eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, _context.Services), cancellationToken).ConfigureAwait(false);
                await Task.WhenAll(Instances.Select(i => i.StartAsync(cancellationToken))).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts an instance at somebody's request; one that waits for others starts at once.</summary>
    public async Task StartAsync(string instanceName, CancellationToken cancellationToken)
    {
        var instance = _instances[instanceName];
        if (_context.Notifications.TryGetCurrentState(instanceName, out var state) && state.Snapshot.State?.Text == KnownResourceStates.Waiting)
        {
            await _skipWait.CancelAsync().ConfigureAwait(false);
            return;
        }

        await GuardAsync(
            [instance],
            async () =>
            {
                await _context.Eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, _context.Services), cancellationToken).ConfigureAwait(false);
                await instance.StartAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task StopAsync(string instanceName, CancellationToken cancellationToken) => _instances[instanceName].StopAsync(cancellationToken);

    public async Task RestartAsync(string instanceName, CancellationToken cancellationToken)
    {
        await StopAsync(instanceName, cancellationToken).ConfigureAwait(false);
        await StartAsync(instanceName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes over what DCP says of an instance; one that is not ours is ignored.</summary>
    public Task UpdateAsync(string instanceName, string? uid, WorkloadState state) =>
        _instances.TryGetValue(instanceName, out var instance) ? instance.UpdateAsync(uid, state) : Task.CompletedTask;

    public void Dispose() => _skipWait.Dispose();

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _skipWait.Token);
        try
        {
            await _context.Notifications.WaitForDependenciesAsync(Resource, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_skipWait.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            _context.Loggers.GetLogger(Resource).LogInformation("Started without waiting any longer.");
        }
    }

    private async Task GuardAsync(IReadOnlyCollection<InstanceRunner> instances, Func<Task> start, CancellationToken cancellationToken)
    {
        try
        {
            await start().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // Logged by the instances: the resource fails, the rest of the app goes on.
            await Task.WhenAll(instances.Select(i => i.FailAsync(e))).ConfigureAwait(false);
        }
    }
}
