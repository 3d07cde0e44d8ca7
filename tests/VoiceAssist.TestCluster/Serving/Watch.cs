using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.TestCluster.Serving;

/// <summary>A watch: a line of JSON for each event after the version that was asked for, until the client goes.</summary>
internal static class Watch
{
    public static bool IsAskedFor(HttpRequest request) => request.Query["watch"].ToString() is "true" or "1";

    public static async Task StreamAsync(ObjectStore store, RequestPath path, HttpContext context)
    {
        var query = context.Request.Query;
        var resource = store.Find(path.GroupVersion, path.Plural);
        _ = int.TryParse(query["resourceVersion"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var gone = new TaskCompletionSource();
        await using var going = context.RequestAborted.Register(gone.SetResult);
        context.Response.ContentType = "application/json";
        while (!context.RequestAborted.IsCancellationRequested)
        {
            var (events, more) = store.EventsAfter(version, resource, path.Namespace, query["labelSelector"], query["fieldSelector"]);
            foreach (var e in events)
            {
                version = e.Version;
                await context.Response.WriteAsync(new JsonObject { ["type"] = e.Type, ["object"] = e.Document.DeepClone() }.ToJsonString() + "\n");
            }

            await context.Response.Body.FlushAsync();
            await Task.WhenAny(more, gone.Task);
        }
    }
}
