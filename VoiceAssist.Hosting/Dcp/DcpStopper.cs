using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>Stops workloads and waits for them, so that a caller can take one group down before the next.</summary>
internal sealed class DcpStopper(DcpClient client, ContainerCommand? containers = null, TimeProvider? timeProvider = null)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly ContainerCommand _containers = containers ?? new(null);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>
    /// Whether a container goes altogether, its object in DCP included. That is faster than a stop and a deletion: DCP takes a second
    /// to notice that a container has stopped.
    /// </summary>
    public bool RemovesContainers { get; init; }

    /// <summary>
    /// Asks all of them to stop at the same time (SIGTERM, a container's stop) and returns when they are gone or the grace period
    /// is over. What is left then is killed, executables with all their descendants.
    /// </summary>
    /// <returns>Those that did not stop in time.</returns>
    /// <remarks>
    /// Where the process table can be read an executable counts as stopped when its processes are gone; DCP itself says so only
    /// 0.5 s later.
    /// </remarks>
    public async Task<IReadOnlyList<DcpWorkload>> StopAsync(
        IEnumerable<DcpWorkload> workloads, TimeSpan grace, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(grace);
        var late = await Task.WhenAll(workloads.Select(async workload =>
            await StopOneAsync(workload, deadline.Token).ConfigureAwait(false) ? null : workload)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return [.. late.OfType<DcpWorkload>()];
    }

    private async Task<bool> StopOneAsync(DcpWorkload workload, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProcessIdentity> processes = [];
        try
        {
            if (workload.IsContainer)
            {
                if (RemovesContainers)
                {
                    await client.DeleteAndWaitAsync<Container>(workload.Name, cancellationToken).ConfigureAwait(false);
                    return true;
                }

                await client.RequestStopAsync<Container>(workload.Name, cancellationToken).ConfigureAwait(false);
                await WaitUntilAsync(async () => IsStopped(await client.FindAsync<Container>(workload.Name, cancellationToken).ConfigureAwait(false)), cancellationToken)
                    .ConfigureAwait(false);
                return true;
            }

            // Before the signal: descendants that outlive their parent cannot be found afterwards.
            var executable = await client.GetAsync<Executable>(workload.Name, cancellationToken).ConfigureAwait(false);
            if (IsStopped(executable))
            {
                return true;
            }

            processes = executable.Status?.Pid is { } pid ? ProcessTable.FindTree((int)pid) : [];
            await client.RequestStopAsync<Executable>(workload.Name, cancellationToken).ConfigureAwait(false);
            await WaitUntilAsync(
                async () => processes.Count > 0
                    ? !processes.Any(process => process.IsAlive)
                    : IsStopped(await client.FindAsync<Executable>(workload.Name, cancellationToken).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DcpApiException e) when (e.IsNotFound)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            if (workload.IsContainer)
            {
                await _containers.KillAsync(workload.Name).ConfigureAwait(false);
                return false;
            }

            // Known from before: orphans, whose parent is gone. Known only now: what was started since.
            var startedSince = processes.Where(process => process.IsAlive).SelectMany(process => ProcessTable.FindTree(process.Pid));
            foreach (var process in processes.Union(startedSince).ToList())
            {
                process.Kill();
            }

            return false;
        }
    }

    private async Task WaitUntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        while (!await condition().ConfigureAwait(false))
        {
            await Task.Delay(PollInterval, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsStopped(Executable? executable) =>
        executable?.Status?.State is null or ExecutableStates.Created or ExecutableStates.Finished or ExecutableStates.Terminated or ExecutableStates.FailedToStart;

    private static bool IsStopped(Container? container) =>
        container?.Status?.State is null or "" or ContainerStates.Exited or ContainerStates.FailedToStart;
}
