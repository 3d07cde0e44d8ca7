using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>One instance of a resource: its object in DCP, its state and its log.</summary>
internal sealed class InstanceRunner(IResource resource, DcpInstance instance, OrchestrationContext context)
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    // DCP may still tell of the object that a restart has replaced.
    private string? _currentUid;
    private string? _replacedUid;
    private volatile bool _stopRequested;
    private volatile bool _failed;

    public string Name => instance.Name;

    public DcpWorkload Workload => resource.IsContainer() ? DcpWorkload.Container(Name) : DcpWorkload.Executable(Name);

    /// <summary>Whether DCP has an object for it.</summary>
    public bool Exists => _currentUid is not null;

    /// <summary>Whether it goes on running when the app host ends.</summary>
    public bool IsPersistent => resource.IsPersistent();

    private ILogger Logger => context.Loggers.GetLogger(Name);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        (_replacedUid, _stopRequested, _failed) = (_currentUid, false, false);
        await PublishAsync(s => s with { State = KnownResourceStates.Starting, ExitCode = null, StopTimeStamp = null }).ConfigureAwait(false);
        var configuration = new ResolvedConfiguration(
            await ConfigurationResolver.EnvironmentAsync(resource, context.ExecutionContext, Logger, cancellationToken).ConfigureAwait(false),
            await ConfigurationResolver.ArgumentsAsync(resource, context.ExecutionContext, Logger, cancellationToken).ConfigureAwait(false));
        await PublishAsync(s => s.WithConfiguration(configuration)).ConfigureAwait(false);
        if (resource is ContainerResource container)
        {
            await CreateAsync(ContainerFactory.Create(container, instance, configuration), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CreateAsync(ExecutableFactory.Create(resource, instance, configuration, context.AppHost), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the program to stop and returns when it has; one that does not within 15 s is killed. One that does not run is left alone.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!Exists)
        {
            return;
        }

        _stopRequested = true;

        // DCP tells of an end only once; it may have done so already.
        await PublishAsync(s => HasEnded(s) ? s : s with { State = KnownResourceStates.Stopping }).ConfigureAwait(false);
        await new DcpStopper(context.Dcp, context.Containers).StopAsync([Workload], StopTimeout, cancellationToken).ConfigureAwait(false);
        await context.Notifications.WaitForResourceAsync(
            resource.Name,
            e => e.ResourceId == Name && HasEnded(e.Snapshot),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The app stops: what happens from now on is no failure.</summary>
    public void ExpectStop() => _stopRequested = true;

    /// <summary>It could not be started.</summary>
    public async Task FailAsync(Exception exception)
    {
        Logger.LogError("{Message}", exception.Message);
        await PublishAsync(s => s with
        {
            State = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            StopTimeStamp = context.Time.GetUtcNow().UtcDateTime,
        }).ConfigureAwait(false);
        await ReportAsync("failed to start", exception.Message).ConfigureAwait(false);
    }

    public async Task UpdateAsync(string? uid, WorkloadState state)
    {
        if (uid is not null && uid == _replacedUid)
        {
            return;
        }

        await PublishAsync(s => s.WithState(state) with
        {
            Urls = ResourceUrls.Activate(s.Urls, state.State == KnownResourceStates.Running),
        }).ConfigureAwait(false);
        if (state.IsTerminal && !_stopRequested)
        {
            await ReportAsync(
                state.State == KnownResourceStates.FailedToStart ? "failed to start" : $"ended with exit code {state.ExitCode}",
                state.Message).ConfigureAwait(false);
        }
    }

    private async Task CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        var created = _currentUid is null
            ? await context.Dcp.CreateAsync(item, cancellationToken).ConfigureAwait(false)
            : await context.Dcp.ReplaceAsync(item, cancellationToken).ConfigureAwait(false);
        _currentUid = created.Metadata.Uid;
        context.Loggers.AttachSource(Name, ReadLogAsync<T>);
    }

    private async IAsyncEnumerable<LogEntry> ReadLogAsync<T>(bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        await foreach (var line in context.Dcp.ReadAllLogsAsync<T>(Name, follow, cancellationToken).ConfigureAwait(false))
        {
            yield return LogText.Of(line);
        }
    }

    private static bool HasEnded(CustomResourceSnapshot snapshot) => KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text ?? "");

    private Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        context.Notifications.PublishUpdateAsync(resource, Name, change);

    private async Task ReportAsync(string what, string? why)
    {
        if (!_failed)
        {
            _failed = true;
            await context.Failures.ReportAsync(resource, Name, what, why).ConfigureAwait(false);
        }
    }
}
