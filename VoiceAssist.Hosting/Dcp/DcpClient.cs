using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// DCP's objects, typed. Every method throws <see cref="DcpApiException"/> when DCP refuses (its message names kind, object and
/// DCP's own reason) and when it cannot be reached for about 16 s.
/// </summary>
internal sealed class DcpClient(Kubeconfig kubeconfig, TimeProvider? timeProvider = null) : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly JsonObject StopPatch = new() { ["spec"] = new JsonObject { ["stop"] = true } };
    private static readonly JsonObject StartPatch = new() { ["spec"] = new JsonObject { ["start"] = true } };

    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly DcpConnection _connection = new(kubeconfig, timeProvider ?? TimeProvider.System);

    /// <summary>Whether the API server says that it is ready; never retries.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _connection
                .SendAsync(new DcpRequest(HttpMethod.Get, "/readyz", "API server"), cancellationToken, retry: false).ConfigureAwait(false);
            return true;
        }
        catch (DcpApiException)
        {
            return false;
        }
    }

    /// <summary>Creates an object and returns it as DCP completed it. A name in use is refused as a conflict.</summary>
    public Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        ReadAsync(
            DcpRequest.For<T>(HttpMethod.Post, body: JsonSerializer.SerializeToUtf8Bytes(item, T.Definition.Json)) with { ObjectName = item.Metadata.Name },
            T.Definition.Json,
            cancellationToken);

    public Task<T> GetAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        ReadAsync(DcpRequest.For<T>(HttpMethod.Get, name), T.Definition.Json, cancellationToken);

    /// <summary>The object, or null if there is none of that name.</summary>
    public async Task<T?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        try
        {
            return await GetAsync<T>(name, cancellationToken).ConfigureAwait(false);
        }
        catch (DcpApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        (await ReadAsync(DcpRequest.For<T>(HttpMethod.Get), T.Definition.ListJson, cancellationToken).ConfigureAwait(false)).Items ?? [];

    /// <summary>Applies a JSON merge patch (RFC 7396) and returns the object as it is then.</summary>
    public Task<T> PatchAsync<T>(string name, JsonObject mergePatch, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        ReadAsync(
            DcpRequest.For<T>(HttpMethod.Patch, name, body: JsonSerializer.SerializeToUtf8Bytes(mergePatch, DcpJson.Default.JsonObject)),
            T.Definition.Json,
            cancellationToken);

    /// <summary>Sets <c>spec.stop</c> of an executable or container; the stop itself takes its time, see <see cref="DcpStopper"/>.</summary>
    public Task<T> RequestStopAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        PatchAsync<T>(name, StopPatch, cancellationToken);

    /// <summary>Starts an executable or container that was created with <c>start: false</c>.</summary>
    public Task<T> RequestStartAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        PatchAsync<T>(name, StartPatch, cancellationToken);

    /// <summary>Asks for deletion; an object that is not there counts as deleted. A running workload is stopped by it.</summary>
    public async Task DeleteAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        try
        {
            using var response = await _connection.SendAsync(DcpRequest.For<T>(HttpMethod.Delete, name), cancellationToken).ConfigureAwait(false);
        }
        catch (DcpApiException e) when (e.IsNotFound)
        {
            // Gone is what was asked for.
        }
    }

    /// <summary>Deletes and waits until the name is free again: at once for a stopped workload, about 0.5 s for a running one.</summary>
    public async Task DeleteAndWaitAsync<T>(string name, CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        await DeleteAsync<T>(name, cancellationToken).ConfigureAwait(false);
        while (await FindAsync<T>(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            await Task.Delay(PollInterval, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Restarts a workload under its own name, with a new specification if the caller likes. Services stay, so its public ports stay.
    /// </summary>
    public async Task<T> ReplaceAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IDcpObject<T>
    {
        await DeleteAndWaitAsync<T>(item.Metadata.Name, cancellationToken).ConfigureAwait(false);
        return await CreateAsync(item, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// All objects of a kind and then every change, until cancelled. Streams that the server ends are opened again and what
    /// changed meanwhile, deletions included, is reported; repetitions of the same object are not.
    /// </summary>
    public IAsyncEnumerable<DcpWatchEvent<T>> WatchAsync<T>(CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        new DcpWatch<T>(_connection, ListAsync<T>, _timeProvider).RunAsync(cancellationToken);

    /// <summary>
    /// The lines that an executable or container wrote to one source so far and, with <paramref name="follow"/>, those to come
    /// until it has ended (a few seconds later) or is deleted. May be opened before the workload starts, but not before it exists.
    /// </summary>
    public IAsyncEnumerable<DcpLogLine> ReadLogAsync<T>(string name, DcpLogSource source, bool follow, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        DcpLog.ReadAsync<T>(_connection, name, source, follow, cancellationToken);

    /// <summary>The same for all sources of a kind at once, in the order in which the lines arrive.</summary>
    public IAsyncEnumerable<DcpLogLine> ReadAllLogsAsync<T>(string name, bool follow, CancellationToken cancellationToken)
        where T : class, IDcpObject<T> =>
        DcpLog.ReadAllAsync<T>(_connection, name, follow, cancellationToken);

    /// <summary>Whether the API server is running or on its way down.</summary>
    public Task<DcpExecution> GetExecutionAsync(CancellationToken cancellationToken) =>
        ReadAsync(new DcpRequest(HttpMethod.Get, DcpApi.ExecutionPath, nameof(DcpExecution)), DcpJson.Default.DcpExecution, cancellationToken);

    /// <summary>Asks the API server to clean up and exit; it may be gone before its answer is complete, so only the request counts.</summary>
    public async Task RequestShutdownAsync(CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new DcpExecution { Status = DcpExecution.Stopping, ShutdownResourceCleanup = DcpExecution.FullCleanup },
            DcpJson.Default.DcpExecution);
        var request = new DcpRequest(HttpMethod.Patch, DcpApi.ExecutionPath, nameof(DcpExecution), Body: body);
        using var response = await _connection.SendAsync(request, cancellationToken, retry: false).ConfigureAwait(false);
    }

    public void Dispose() => _connection.Dispose();

    private async Task<TBody> ReadAsync<TBody>(DcpRequest request, JsonTypeInfo<TBody> json, CancellationToken cancellationToken)
    {
        using var response = await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync(body, json, cancellationToken).ConfigureAwait(false)
                ?? throw new DcpApiException($"{request}: DCP answered without an object.", request.Kind, request.ObjectName, response.StatusCode);
        }
    }
}
