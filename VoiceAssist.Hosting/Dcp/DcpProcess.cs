using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>A running DCP: API server and controllers, started by this host and ending with it.</summary>
internal sealed class DcpProcess : IAsyncDisposable
{
    private static readonly TimeSpan DisposeTimeout = TimeSpan.FromSeconds(5);

    private readonly DcpSessionDirectory _session;
    private readonly DcpLogSocket _log;
    private readonly ILogger _logger;
    private readonly TimeProvider _timeProvider;
    private readonly Lock _gate = new();
    private Task<bool>? _shutdown;

    private DcpProcess(
        DcpSessionDirectory session, DcpLogSocket log, DcpClient client, DcpInfo version, DcpStartTimings timings, ILogger logger, TimeProvider timeProvider)
    {
        (_session, _log, _logger, _timeProvider) = (session, log, logger, timeProvider);
        (Client, Version, Timings) = (client, version, timings);
    }

    public DcpClient Client { get; }

    /// <summary>Version alone; the container runtime is looked at by <see cref="DcpCommand.GetInfoAsync"/>.</summary>
    public DcpInfo Version { get; }

    public DcpStartTimings Timings { get; }

    /// <summary>DCP deletes it when it shuts down.</summary>
    public string SessionDirectory => _session.Path;

    /// <summary>Starts DCP and returns when its API server is ready.</summary>
    /// <exception cref="DcpException">DCP is too old, cannot be started, gave up (with its own last errors) or is not ready in time.</exception>
    public static async Task<DcpProcess> StartAsync(
        DcpOptions options, ILogger logger, CancellationToken cancellationToken, TimeProvider? timeProvider = null)
    {
        var time = timeProvider ?? TimeProvider.System;
        var session = DcpSessionDirectory.Create(options.SessionParent);
        var log = new DcpLogSocket(session.LogSocketPath, logger);
        try
        {
            var (client, timings, version) = await StartAsync(options, session, log, logger, time, cancellationToken).ConfigureAwait(false);
            return new DcpProcess(session, log, client, version, timings, logger, time);
        }
        catch
        {
            await new DcpShutdown(null, session, logger, time).KillAsync([]).ConfigureAwait(false);
            log.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Deletes all workloads, then ends DCP, and returns when nothing of either is left. Workloads that are still running 2 s
    /// before the timeout are killed, DCP itself at the timeout or on cancellation; never throws for either.
    /// </summary>
    /// <returns>False if DCP itself had to be killed.</returns>
    /// <remarks>Stop workloads that depend on an order first, through <see cref="DcpStopper"/>. A second call waits for the first.</remarks>
    public Task<bool> ShutdownAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _shutdown ??= ShutdownOnceAsync(timeout, cancellationToken);
        }
    }

    /// <summary>Shuts down if nobody did.</summary>
    public async ValueTask DisposeAsync() => await ShutdownAsync(DisposeTimeout, CancellationToken.None).ConfigureAwait(false);

    private static async Task<(DcpClient Client, DcpStartTimings Timings, DcpInfo Version)> StartAsync(
        DcpOptions options, DcpSessionDirectory session, DcpLogSocket log, ILogger logger, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        // Side by side: the version is known before the start is over.
        using var starting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var launch = new DcpLauncher(options, session, log, timeProvider).RunAsync(logger, starting.Token);
        try
        {
            var version = await DcpCommand.GetVersionAsync(options.DcpPath, cancellationToken).ConfigureAwait(false);
            version.ThrowIfTooOld(options.DcpPath);
            var (client, timings) = await launch.ConfigureAwait(false);
            return (client, timings, version);
        }
        catch
        {
            await starting.CancelAsync().ConfigureAwait(false);
            await ((Task)launch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (launch.IsCompletedSuccessfully)
            {
                (await launch.ConfigureAwait(false)).Client.Dispose();
            }

            throw;
        }
    }

    private async Task<bool> ShutdownOnceAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await new DcpShutdown(Client, _session, _logger, _timeProvider).RunAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Client.Dispose();
            _log.Dispose();
        }
    }
}
