using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.TestCluster.Serving;

/// <summary>
/// A watch: a line of JSON for each event after the version that was asked for, until the client goes. A streaming list (KEP-3157) begins with
/// the objects as they are and a bookmark.
/// </summary>
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
        if (query["sendInitialEvents"] == "true")
        {
            (var objects, version) = store.Snapshot(resource, path.Namespace, query["labelSelector"], query["fieldSelector"]);
            foreach (var document in objects)
            {
                await SendAsync("ADDED", document);
            }

            await SendAsync("BOOKMARK", Bookmark(resource, version));
        }

        while (!context.RequestAborted.IsCancellationRequested)
        {
            var (events, more) = store.EventsAfter(version, resource, path.Namespace, query["labelSelector"], query["fieldSelector"]);
            foreach (var e in events)
            {
                version = e.Version;
                await SendAsync(e.Type, e.Document.DeepClone().AsObject());
            }

            await context.Response.Body.FlushAsync();
            await Task.WhenAny(more, gone.Task);
        }

        Task SendAsync(string type, JsonObject document) => context.Response.WriteAsync(new JsonObject { ["type"] = type, ["object"] = document }.ToJsonString() + "\n");
    }

    private static JsonObject Bookmark(ApiResource resource, int version) => new()
    {
        ["kind"] = resource.Kind,
        ["apiVersion"] = resource.GroupVersion,
        ["metadata"] = new JsonObject
        {
            ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture),
            ["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" },
        },
    };
}
