using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VoiceAssist.TestCluster.Storage;

namespace VoiceAssist.TestCluster.Serving;

/// <summary>One request on a resource, from its path and query to the store.</summary>
internal static class ResourceHandler
{
    /// <exception cref="ApiException">Whatever the API server would answer.</exception>
    public static JsonObject Handle(ObjectStore store, RequestPath path, HttpRequest request, string body)
    {
        var resource = store.Find(path.GroupVersion, path.Plural);
        var space = path.Namespace ?? "";
        var dryRun = request.Query["dryRun"] == "All";
        var manager = request.Query["fieldManager"].FirstOrDefault() ?? request.Headers.UserAgent.ToString().Split('/')[0];
        return (request.Method, path.Name) switch
        {
            ("GET", null) => ListOf(resource, store.Version, store.List(resource, path.Namespace, request.Query["labelSelector"], request.Query["fieldSelector"])),
            ("GET", { } name) when path.Subresource == "scale" => ScaleOf(store.Get(resource, space, name)),
            (_, _) when path.Subresource is not null => throw new ApiException(404, "NotFound", "the server could not find the requested resource"),
            ("GET", { } name) => store.Get(resource, space, name),
            ("POST", null) => store.Create(resource, space, Read(body), manager, dryRun),
            ("PUT", { } name) => store.Update(resource, space, name, Read(body), manager, dryRun),
            ("DELETE", { } name) => store.Delete(resource, space, name, dryRun),
            ("PATCH", { } name) when request.ContentType?.StartsWith("application/apply-patch+yaml", StringComparison.Ordinal) == true =>
                store.Apply(resource, space, name, Read(body), Given(manager), request.Query["force"] == "true", dryRun),
            ("PATCH", { } name) when request.ContentType?.StartsWith("application/merge-patch+json", StringComparison.Ordinal) == true =>
                store.Merge(resource, space, name, Read(body), manager, dryRun),
            ("PATCH", _) => throw new ApiException(415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: application/merge-patch+json, application/apply-patch+yaml (was {request.ContentType})"),
            _ => throw new ApiException(405, "MethodNotAllowed", $"the server does not allow this method on the requested resource: {request.Method}"),
        };
    }

    private static JsonObject ScaleOf(JsonObject document) => new()
    {
        ["kind"] = "Scale",
        ["apiVersion"] = "autoscaling/v1",
        ["metadata"] = new JsonObject { ["name"] = document["metadata"]!["name"]!.DeepClone(), ["namespace"] = document["metadata"]!["namespace"]!.DeepClone() },
        ["spec"] = new JsonObject { ["replicas"] = document["spec"]!["replicas"]?.DeepClone() },
        ["status"] = new JsonObject
        {
            ["replicas"] = document["status"]?["replicas"]?.DeepClone() ?? 0,
            ["selector"] = string.Join(',', (document["spec"]!["selector"]?["matchLabels"] as JsonObject ?? []).Select(l => $"{l.Key}={l.Value}")),
        },
    };

    private static string Given(string manager) => manager.Length > 0 ? manager : throw new ApiException(400, "BadRequest", "fieldManager is required for apply patch");

    private static JsonObject Read(string body) => JsonNode.Parse(body) as JsonObject ?? throw new ApiException(400, "BadRequest", "the body must be an object");

    // Items of a list carry neither: the list says what they are.
    private static JsonObject Bare(JsonObject item)
    {
        item.Remove("kind");
        item.Remove("apiVersion");
        return item;
    }

    private static JsonObject ListOf(ApiResource resource, string version, IReadOnlyList<JsonObject> items) => new()
    {
        ["kind"] = resource.Kind + "List",
        ["apiVersion"] = resource.GroupVersion,
        ["metadata"] = new JsonObject { ["resourceVersion"] = version },
        ["items"] = new JsonArray([.. items.Select(Bare)]),
    };
}
