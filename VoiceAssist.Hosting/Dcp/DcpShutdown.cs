using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// Ends one DCP. Its own clean-up waits in steps of a second and its processes notice each other's end only after up to two; so
/// the objects are deleted here, and what remains of DCP once its API server is gone is told to go. The client is null if the API
/// server never became ready.
/// </summary>
internal sealed class DcpShutdown(DcpClient? client, DcpSessionDirectory session, ILogger logger, TimeProvider timeProvider)
{
    // What DCP takes at most to notice that the last workload was killed (0.5 s) and to end (0.4-1.2 s).
    private static readonly TimeSpan EndReserve = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KillDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    // DCP's own processes, and the commands that it left running: "podman events" does not end with it.
    private static readonly string[] Programs = ["dcp", "docker", "podman"];

    /// <returns>False if DCP had to be killed.</returns>
    public async Task<bool> RunAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        IReadOnlyList<ProcessIdentity> workloads = [];
        try
        {
            if (!await client!.IsReadyAsync(deadline.Token).ConfigureAwait(false))
            {
                // It ended by itself or was ended by somebody else; its own processes clean up then.
                await WaitForEndAsync(deadline.Token).ConfigureAwait(false);
                return true;
            }

            workloads = await FindWorkloadsAsync(deadline.Token).ConfigureAwait(false);
            await DeleteAllAsync(workloads, timeout - EndReserve > timeout / 2 ? timeout - EndReserve : timeout / 2, deadline.Token).ConfigureAwait(false);
            logger.LogDebug("All DCP objects are deleted");
            await client.RequestShutdownAsync(deadline.Token).ConfigureAwait(false);
            await WaitForEndAsync(deadline.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or DcpApiException)
        {
            logger.LogWarning("DCP did not shut down within {Timeout} s and is killed: {Reason}", timeout.TotalSeconds, e.Message);
            await KillAsync(workloads).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>
    /// Kills the workloads, then DCP's API server and controllers. Its watchdogs are spared: they remove what is left, containers
    /// for example, and then end by themselves.
    /// </summary>
    public async Task KillAsync(IEnumerable<ProcessIdentity> workloads)
    {
        foreach (var process in workloads)
        {
            process.Kill();
        }

        // Again until there is none: the launcher may just be making the server.
        while (ProcessTable.FindByCommandLine(session.KubeconfigPath) is { Count: > 0 } processes)
        {
            foreach (var process in processes)
            {
                process.Kill();
            }

            await Task.Delay(PollInterval, timeProvider).ConfigureAwait(false);
        }

        session.Delete();
    }

    private async Task<IReadOnlyList<ProcessIdentity>> FindWorkloadsAsync(CancellationToken cancellationToken)
    {
        var executables = await client!.ListAsync<Executable>(cancellationToken).ConfigureAwait(false);
        return [.. executables
            .Where(executable => executable.Status is { State: ExecutableStates.Running or ExecutableStates.Stopping or ExecutableStates.Starting, Pid: > 0 })
            .SelectMany(executable => ProcessTable.FindTree((int)executable.Status!.Pid!.Value))];
    }

    private async Task DeleteAllAsync(IReadOnlyList<ProcessIdentity> workloads, TimeSpan grace, CancellationToken cancellationToken)
    {
        var deletion = DeleteObjectsAsync();
        try
        {
            await deletion.WaitAsync(grace, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Known from before: orphans, whose parent is gone. Known only now: what was started since.
            var startedSince = workloads.Where(process => process.IsAlive).SelectMany(process => ProcessTable.FindTree(process.Pid));
            foreach (var process in workloads.Union(startedSince).Where(process => process.IsAlive).ToList())
            {
                logger.LogWarning("Process {Pid} did not end within {Grace} s after SIGTERM and is killed", process.Pid, grace.TotalSeconds);
                process.Kill();
            }

            await deletion.ConfigureAwait(false);
        }

        async Task DeleteObjectsAsync()
        {
            await Task.WhenAll(DeleteKindAsync<Executable>(), DeleteKindAsync<Container>(c => c.Spec.Persistent != true)).ConfigureAwait(false);
            await Task.WhenAll(DeleteKindAsync<Service>(), DeleteKindAsync<ContainerNetwork>(n => n.Spec.Persistent != true))
                .ConfigureAwait(false);
        }

        async Task DeleteKindAsync<T>(Func<T, bool>? condition = null)
            where T : class, IDcpObject<T> =>
            await Task.WhenAll((await client!.ListAsync<T>(cancellationToken).ConfigureAwait(false))
                .Where(condition ?? (_ => true))
                .Select(item => client.DeleteAndWaitAsync<T>(item.Metadata.Name, cancellationToken))).ConfigureAwait(false);
    }

    private async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        var told = new Dictionary<ProcessIdentity, long>();
        while (true)
        {
            var exists = session.Exists;

            // What serves the containers of the whole machine, podman's name server for example, has inherited the environment as well if
            // ours were the first containers; it is not ours to end.
            var processes = Programs.SelectMany(program => ProcessTable.FindByEnvironment(session.Path, program)).ToList();
            if (!exists && processes.Count == 0)
            {
                return;
            }

            // The session directory is the last thing the API server deletes. Nothing is left for the others to do then.
            foreach (var process in exists ? [] : processes)
            {
                if (told.TryAdd(process, timeProvider.GetTimestamp()))
                {
                    process.Terminate();
                }
                else if (timeProvider.GetElapsedTime(told[process]) > KillDelay)
                {
                    process.Kill();
                }
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
