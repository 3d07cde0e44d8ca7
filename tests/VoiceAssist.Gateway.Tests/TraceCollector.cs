using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Gateway.Tests;

/// <summary>
/// Takes what workloads send over OTLP (http/protobuf) and looks for names in it; in protobuf, strings and ids
/// stand as they are, so nothing has to be decoded.
/// </summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _received = new();
    private readonly ConcurrentDictionary<string, bool> _signals = new();

    private TraceCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/traces", ReceiveAsync);
        _app.MapPost("/v1/{signal}", NoteAsync);
    }

    public static async Task<TraceCollector> StartAsync()
    {
        var collector = new TraceCollector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Makes a workload send here under a name.</summary>
    public IReadOnlyDictionary<string, string?> Environment(string service) => new Dictionary<string, string?>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = service,
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
    };

    /// <summary>Whether one batch of the service holds the span's name and the trace's id.</summary>
    public bool Holds(string service, string span, string traceId) => _received.Any(batch =>
        Has(batch, Encoding.UTF8.GetBytes(service)) && Has(batch, Encoding.UTF8.GetBytes(span)) && Has(batch, Convert.FromHexString(traceId)));

    /// <summary>Whether a signal has come from anybody, <c>metrics</c> or <c>logs</c>.</summary>
    public bool HasReceived(string signal) => _signals.ContainsKey(signal);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool Has(byte[] batch, byte[] part) => batch.AsSpan().IndexOf(part) >= 0;

    private async Task NoteAsync(string signal, HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        _signals[signal] = true;
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue(body.ToArray());
    }
}
