using System.Text.Json.Nodes;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Verify;

/// <summary>The objects to verify, wherever they come from.</summary>
internal sealed record WantedObjects(string Subject, IReadOnlyList<JsonObject> Objects, TimeSpan ScrapeInterval)
{
    private static readonly string[] ClusterScoped = ["Namespace", "ClusterRole", "ClusterRoleBinding", "APIService", "CustomResourceDefinition", "PriorityClass", "StorageClass"];

    public static WantedObjects Of(PublishedEnvironment environment) => new(environment.Name, environment.Objects, TimeSpan.FromSeconds(environment.Plan.ScrapeIntervalSeconds));

    /// <summary>The objects, those without a namespace in the given one, as kubectl places them.</summary>
    public IReadOnlyList<JsonObject> ObjectsIn(string space) => [.. Objects.Select(o =>
    {
        if (o["metadata"]?["namespace"] is not null || ClusterScoped.Contains((string?)o["kind"]))
        {
            return o;
        }

        var placed = o.DeepClone().AsObject();
        placed["metadata"]!["namespace"] = space;
        return placed;
    })];
}
