using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VoiceAssist.TestCluster.Serving;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.TestCluster;

/// <summary>
/// A small Kubernetes API server on a free port of 127.0.0.1: discovery, access reviews, get, list, create, update, merge patch, server-side
/// apply, dry run, delete; and whatever goes wrong, on demand. What controllers do is up to the test, but for rollouts.
/// </summary>
public sealed class KubernetesApi : IAsyncDisposable
{
    /// <summary>Long lines of a log are kept in parts of this length, and a tail counts parts; real ones are of 16 KiB.</summary>
    private const int LogRecord = 256;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentDictionary<string, JsonNode> _documents = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];
    private readonly Lock _faultLock = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-cluster").FullName;

    private KubernetesApi(WebApplication app, string version)
    {
        _app = app;
        Version = version;
    }

    public ObjectStore Objects { get; } = new();

    /// <summary>For example <c>1.36</c>.</summary>
    public string Version { get; }

    public Uri Address => new(_app.Urls.First());

    /// <summary>A kubeconfig with the one context <c>test</c>.</summary>
    public string Kubeconfig => Path.Combine(_folder, "config");

    /// <summary>What is not allowed: verb and resource (<c>patch deployments</c>), also for access reviews.</summary>
    public ConcurrentDictionary<string, bool> Denied { get; } = new(StringComparer.Ordinal);

    /// <summary>A header <c>Warning</c> that writes of this plural carry; for example what Pod Security says.</summary>
    public ConcurrentDictionary<string, string> Warnings { get; } = new(StringComparer.Ordinal);

    /// <summary>Ports of this machine that stand for the ports of pods, by the pod's name.</summary>
    public ConcurrentDictionary<string, int> PodPorts { get; } = new(StringComparer.Ordinal);

    /// <summary>What pods have written so far, by the pod's name.</summary>
    public ConcurrentDictionary<string, Func<string>> PodLogs { get; } = new(StringComparer.Ordinal);

    /// <summary>The bearer token without which nothing is answered; null asks for none.</summary>
    public string? Token { get; set; }

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Is told of each request, which is carried out when this has ended.</summary>
    public Func<RecordedRequest, Task>? Arrived { get; set; }

    /// <summary>Starts a cluster with the built-in APIs.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="more">Further kinds, for example <see cref="ApiResource.VerticalPodAutoscaler"/>.</param>
    public static async Task<KubernetesApi> StartAsync(string version = "1.36", params ApiResource[] more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.AddServerHeader = false);
        var app = builder.Build();
        var api = new KubernetesApi(app, version);
        foreach (var resource in ApiResource.BuiltIn.Concat(more))
        {
            api.Objects.Serve(resource);
        }

        app.UseWebSockets();
        app.Run(api.AnswerAsync);
        await app.StartAsync();
        await File.WriteAllTextAsync(api.Kubeconfig, Contexts.Kubeconfig(api.Address, "test"));
        return api;
    }

    /// <summary>The next matching requests go wrong.</summary>
    public void Fail(Fault fault)
    {
        lock (_faultLock)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Answers a path with a document, for example a metrics API; a group among the paths is discovered.</summary>
    public void Answer(string path, JsonNode document) => _documents[path] = document;

    /// <summary>No longer answers a path or whatever lies below it.</summary>
    public void Silence(string path) => _documents.Keys.Where(k => k == path || k.StartsWith(path + "/", StringComparison.Ordinal)).ToList().ForEach(k => _documents.TryRemove(k, out _));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new RecordedRequest(context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "", await reader.ReadToEndAsync());
        _requests.Enqueue(request);
        await (Arrived?.Invoke(request) ?? Task.CompletedTask);
        if (Token is not null && context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            await RefuseAsync(context, new(401, "Unauthorized", "Unauthorized"));
            return;
        }

        var fault = TakeFault(request);
        if (context.WebSockets.IsWebSocketRequest && fault is null && request.Path.Split('/') is [.., "pods", var pod, "portforward"] && PodPorts.TryGetValue(pod, out var port))
        {
            await Serving.PodPorts.ForwardAsync(context, port);
            return;
        }

        if (fault is { AfterWriting: false })
        {
            await FailAsync(context, fault);
            return;
        }

        if (request.Path.Split('/') is [.., "pods", var writer, "log"] && PodLogs.TryGetValue(writer, out var log))
        {
            var tail = int.TryParse(context.Request.Query["tailLines"], out var given) ? given : int.MaxValue;
            await context.Response.WriteAsync(string.Concat(log().Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Records).TakeLast(tail)));
            return;
        }

        if (Watch.IsAskedFor(context.Request) && RequestPath.Parse(request.Path) is { } path)
        {
            await Watch.StreamAsync(Objects, path, context);
            return;
        }

        var (code, answer) = Respond(context, request);
        if (fault is not null)
        {
            await FailAsync(context, fault);
            return;
        }

        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    // As containerd keeps it; the last part of a line ends it.
    private static IEnumerable<string> Records(string line) => (line + "\n").Chunk(LogRecord).Select(part => new string(part));

    private (int Code, JsonNode Answer) Respond(HttpContext context, RecordedRequest request)
    {
        try
        {
            return (request.Method == "POST" ? 201 : 200, Route(context, request));
        }
        catch (ApiException refused)
        {
            return (refused.Code, refused.ToStatus());
        }
        catch (JsonException wrong)
        {
            var unsupported = new ApiException(415, "UnsupportedMediaType", $"{context.Request.ContentType}: {wrong.Message}");
            return (unsupported.Code, unsupported.ToStatus());
        }
    }

    private JsonNode Route(HttpContext context, RecordedRequest request)
    {
        if (_documents.TryGetValue(request.Path, out var document))
        {
            return document;
        }

        var versions = Objects.Resources.Select(r => r.GroupVersion).Concat(_documents.Keys.Select(k => k.Split('/')).Where(p => p is ["", "apis", _, _, ..]).Select(p => $"{p[2]}/{p[3]}")).Distinct();
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["version"]:
                return Discovery.Version(Version);
            case ["api"]:
                return new JsonObject { ["kind"] = "APIVersions", ["versions"] = new JsonArray("v1") };
            case ["apis"]:
                return Discovery.Groups(versions);
            case ["api", "v1"] or ["apis", _, _] when string.Join('/', parts[1..]) is var version && versions.Contains(version):
                return Discovery.Resources(version, Objects.Resources.Where(r => r.GroupVersion == version));
            case ["apis", "authorization.k8s.io", "v1", "selfsubjectaccessreviews"]:
                return Review(JsonNode.Parse(request.Body)!.AsObject());
        }

        var path = RequestPath.Parse(request.Path) ?? throw new ApiException(404, "NotFound", "the server could not find the requested resource");
        var verb = request.Method switch { "GET" => path.Name is null ? "list" : "get", "POST" => "create", "PUT" => "update", "PATCH" => "patch", _ => "delete" };
        if (Denied.ContainsKey($"{verb} {path.Plural}"))
        {
            throw new ApiException(403, "Forbidden", $"{path.Plural} is forbidden: User \"test\" cannot {verb} resource \"{path.Plural}\" in the namespace \"{path.Namespace}\"");
        }

        if (request.Method != "GET" && Warnings.TryGetValue(path.Plural, out var warning))
        {
            context.Response.Headers.Warning = $"299 - \"{warning}\"";
        }

        return ResourceHandler.Handle(Objects, path, context.Request, request.Body);
    }

    private JsonObject Review(JsonObject review)
    {
        var asked = review["spec"]!["resourceAttributes"]!;
        review["status"] = new JsonObject { ["allowed"] = !Denied.ContainsKey($"{asked["verb"]} {asked["resource"]}") };
        return review;
    }

    private Fault? TakeFault(RecordedRequest request)
    {
        lock (_faultLock)
        {
            var index = _faults.FindIndex(f => f.Times > 0 && f.Matches(request));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index];
            _faults[index] = fault with { Times = fault.Times == int.MaxValue ? fault.Times : fault.Times - 1 };
            return fault;
        }
    }

    private static async Task FailAsync(HttpContext context, Fault fault)
    {
        switch (fault.Code)
        {
            case 0:
                context.Abort();
                return;
            case < 0:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
        }

        if (fault.Code == 429)
        {
            context.Response.Headers.RetryAfter = "0";
        }

        await RefuseAsync(context, new(fault.Code, fault.Code switch { 403 => "Forbidden", 429 => "TooManyRequests", _ => "InternalError" }, $"the test answers {fault.Code}"));
    }

    private static async Task RefuseAsync(HttpContext context, ApiException refusal)
    {
        context.Response.StatusCode = refusal.Code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(refusal.ToStatus().ToJsonString());
    }
}
