using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The console logs of the resources' instances.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<LogSubscriber>> _watchers = [];
    private readonly TimeProvider _time;

    /// <summary>Creates the service.</summary>
    public ResourceLoggerService()
        : this(TimeProvider.System)
    {
    }

    internal ResourceLoggerService(TimeProvider time) => _time = time;

    /// <summary>Writes to the logs of all instances of a resource.</summary>
    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceLogger([.. resource.GetInstanceNames().Select(Log)], _time);
    }

    /// <summary>Writes to the log of an instance.</summary>
    /// <param name="resourceName">The instance's name.</param>
    public ILogger GetLogger(string resourceName) => new ResourceLogger([Log(resourceName)], _time);

    /// <summary>All that the instances of a resource have written, then what they write later.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Combine(resource, log => log.WatchAsync());
    }

    /// <summary>All that an instance has written, then what it writes later, until its log is completed. Lines are numbered from 1.</summary>
    /// <param name="resourceName">The instance's name.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Log(resourceName).WatchAsync();

    /// <summary>All that the instances of a resource have written.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Combine(resource, log => log.GetAllAsync());
    }

    /// <summary>All that an instance has written. Lines are numbered from 1.</summary>
    /// <param name="resourceName">The instance's name.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName) => Log(resourceName).GetAllAsync();

    /// <summary>Tells whenever the first reader of a log comes or the last one goes; first those that are read now.</summary>
    public async IAsyncEnumerable<LogSubscriber> WatchAnySubscribersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var changes = Channel.CreateUnbounded<LogSubscriber>();
        lock (_gate)
        {
            _watchers.Add(changes);
            foreach (var (name, _) in _logs.Where(l => l.Value.HasReaders))
            {
                changes.Writer.TryWrite(new(name, AnySubscribers: true));
            }
        }

        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(changes);
            }
        }
    }

    /// <summary>Nothing more will be written to the logs of a resource: their readers end.</summary>
    public void Complete(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var name in resource.GetInstanceNames())
        {
            Complete(name);
        }
    }

    /// <summary>Nothing more will be written to the log of an instance: its readers end.</summary>
    public void Complete(string name) => Log(name).Complete();

    /// <summary>Forgets what an instance has written so far.</summary>
    public void ClearBacklog(string resourceName) => Log(resourceName).Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var log in _logs.Values)
            {
                log.Dispose();
            }

            _watchers.ForEach(w => w.Writer.TryComplete());
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Says where an instance's program writes; the source is opened while somebody reads the log.</summary>
    internal void AttachSource(string instanceName, LogSource source) => Log(instanceName).Attach(source);

    private ResourceLog Log(string instanceName)
    {
        ArgumentNullException.ThrowIfNull(instanceName);
        lock (_gate)
        {
            if (!_logs.TryGetValue(instanceName, out var log))
            {
                _logs.Add(instanceName, log = new(_gate, any => _watchers.ForEach(w => w.Writer.TryWrite(new(instanceName, any)))));
            }

            return log;
        }
    }

    private IAsyncEnumerable<IReadOnlyList<LogLine>> Combine(IResource resource, Func<ResourceLog, IAsyncEnumerable<IReadOnlyList<LogLine>>> read)
    {
        var names = resource.GetInstanceNames();
        return names.Count == 1 ? read(Log(names[0])) : CombineAsync([.. names.Select(n => read(Log(n)))]);
    }

    private static async IAsyncEnumerable<IReadOnlyList<LogLine>> CombineAsync(
        IReadOnlyList<IAsyncEnumerable<IReadOnlyList<LogLine>>> logs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<IReadOnlyList<LogLine>>(1);
        var copies = Task.WhenAll(logs.Select(CopyAsync)).ContinueWith(
            t => batches.Writer.TryComplete(t.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return batch;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await copies.ConfigureAwait(false);
        }

        async Task CopyAsync(IAsyncEnumerable<IReadOnlyList<LogLine>> log)
        {
            await foreach (var batch in log.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                await batches.Writer.WriteAsync(batch, stop.Token).ConfigureAwait(false);
            }
        }
    }
}
