using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Requests to the API server as JSON, repeated where it is busy or a connection breaks.</summary>
internal sealed class ClusterClient(ClusterTarget target, TimeSpan timeout, Surroundings around) : IDisposable
{
    /// <summary>Under which name our fields are managed.</summary>
    public const string FieldManager = "voiceassist";

    private const string PageSize = "500";
    private readonly Transport _transport = new(target);
    private readonly ConcurrentDictionary<string, bool> _warnings = new(StringComparer.Ordinal);

    public ClusterTarget Target => target;

    /// <summary>What the server warned of, each once.</summary>
    public IReadOnlyCollection<string> Warnings => [.. _warnings.Keys.Order(StringComparer.Ordinal)];

    /// <returns>Null where there is no such object or path.</returns>
    public async Task<JsonObject?> GetAsync(string path, CancellationToken cancel, bool repeat = true)
    {
        try
        {
            return await SendAsync(HttpMethod.Get, path, null, cancel, repeat);
        }
        catch (ClusterException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>All items of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken cancel, string query = "")
    {
        var items = new List<JsonObject>();
        var next = "";
        do
        {
            var page = await SendAsync(HttpMethod.Get, $"{path}?limit={PageSize}{(query.Length > 0 ? "&" + query : "")}{next}", null, cancel);
            items.AddRange((page["items"] as JsonArray ?? []).OfType<JsonObject>().Select(item => Named(item, page)));
            next = (string?)page["metadata"]?["continue"] is { Length: > 0 } token ? "&continue=" + Uri.EscapeDataString(token) : "";
        }
        while (next.Length > 0);
        return items;
    }

    public Task<JsonObject> CreateAsync(string path, JsonObject document, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, $"{path}?fieldManager={FieldManager}", (document, "application/json"), cancel);

    public Task<JsonObject> UpdateAsync(string path, JsonObject document, CancellationToken cancel) =>
        SendAsync(HttpMethod.Put, $"{path}?fieldManager={FieldManager}", (document, "application/json"), cancel);

    public Task<JsonObject> MergeAsync(string path, JsonObject patch, CancellationToken cancel) =>
        SendAsync(HttpMethod.Patch, $"{path}?fieldManager={FieldManager}", (patch, "application/merge-patch+json"), cancel);

    /// <summary>Server-side apply.</summary>
    /// <param name="path">The object's path.</param>
    /// <param name="document">What is wanted.</param>
    /// <param name="force">Take fields over from other managers.</param>
    /// <param name="dryRun">Only say what would come of it.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<JsonObject> ApplyAsync(string path, JsonObject document, bool force, bool dryRun, CancellationToken cancel) =>
        SendAsync(
            HttpMethod.Patch,
            $"{path}?fieldManager={FieldManager}{(force ? "&force=true" : "")}{(dryRun ? "&dryRun=All" : "")}",
            (document, "application/apply-patch+yaml"),
            cancel);

    /// <summary>Deletes; what depends on the object goes too.</summary>
    /// <returns>Whether there was anything to delete.</returns>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancel)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, $"{path}?propagationPolicy=Background", null, cancel);
            return true;
        }
        catch (ClusterException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>What is answered as plain text, for example the log of a pod.</summary>
    /// <returns>Null where there is no such path, or nothing to read there yet.</returns>
    public Task<string?> TextAsync(string path, CancellationToken cancel) => SendAsync(HttpMethod.Get, path, null, repeat: true, async response =>
        response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest
            ? null
            : response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancel) : throw await RefusalAsync(HttpMethod.Get, path, response, cancel), cancel);

    /// <exception cref="ClusterException">The server refused.</exception>
    /// <exception cref="UnreachableException">No answer within the time limit, or the connection broke again and again.</exception>
    public Task<JsonObject> SendAsync(HttpMethod method, string path, (JsonObject Document, string MediaType)? body, CancellationToken cancel, bool repeat = true) =>
        SendAsync(method, path, body, repeat, response => ReadAsync(method, path, response, cancel), cancel);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, (JsonObject Document, string MediaType)? body, bool repeat, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancel)
    {
        try
        {
            using var response = repeat
                ? await Repeats.Pipeline(method, around.RetryPause, around.Time).ExecuteAsync(async token => await OnceAsync(method, path, body, token), cancel)
                : await OnceAsync(method, path, body, cancel);
            return await read(response);
        }
        catch (HttpRequestException broken)
        {
            throw new UnreachableException($"{target.Server} (context {target.Context}): {Innermost(broken).Message}", broken);
        }
        catch (TimeoutException late)
        {
            throw new UnreachableException($"{target.Server} (context {target.Context}) did not answer within {timeout.TotalSeconds:0} s: {method} {path.Split('?')[0]}", late);
        }
    }

    public void Dispose() => _transport.Dispose();

    // Items of a list do not say what they are; the list does.
    private static JsonObject Named(JsonObject item, JsonObject list)
    {
        if ((string?)list["kind"] is { } kind && kind.EndsWith("List", StringComparison.Ordinal))
        {
            item["kind"] ??= kind[..^"List".Length];
            item["apiVersion"] ??= list["apiVersion"]?.DeepClone();
        }

        return item;
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private async Task<HttpResponseMessage> OnceAsync(HttpMethod method, string path, (JsonObject Document, string MediaType)? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(target.Server.TrimEnd('/') + "/"), path.TrimStart('/')))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.UserAgent.ParseAdd(FieldManager);
        request.Headers.Accept.ParseAdd("application/json");
        if (body is { } content)
        {
            request.Content = new StringContent(content.Document.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(content.MediaType));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        try
        {
            return await _transport.SendAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private async Task<JsonObject> ReadAsync(HttpMethod method, string path, HttpResponseMessage response, CancellationToken cancel)
    {
        // Warning: 299 - "would violate PodSecurity ..."
        foreach (var warning in response.Headers.Warning.Where(w => w.Code == 299 && w.Text.Length > 2))
        {
            _warnings.TryAdd(warning.Text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal), true);
        }

        return response.IsSuccessStatusCode && await DocumentAsync(response, cancel) is { } document ? document : throw await RefusalAsync(method, path, response, cancel);
    }

    private static async Task<JsonObject?> DocumentAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancel)) as JsonObject;
        }
        catch (JsonException)
        {
            // Proxies answer with pages of their own; the status tells enough.
            return null;
        }
    }

    private static async Task<ClusterException> RefusalAsync(HttpMethod method, string path, HttpResponseMessage response, CancellationToken cancel)
    {
        var document = await DocumentAsync(response, cancel);
        var causes = (document?["details"]?["causes"] as JsonArray ?? []).OfType<JsonObject>();
        return new(
            response.StatusCode,
            (string?)document?["message"] ?? $"{method} {path.Split('?')[0]}: the server answered {(int)response.StatusCode} {response.ReasonPhrase}",
            [.. causes.Select(c => new FieldCause((string?)c["reason"] ?? "", (string?)c["message"] ?? "", (string?)c["field"] ?? ""))]);
    }
}
