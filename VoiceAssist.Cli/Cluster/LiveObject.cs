using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>What of a live object somebody decided, and what the server and controllers keep.</summary>
internal static class LiveObject
{
    private static readonly string[] ServerMetadata = ["managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink"];

    /// <summary>Without what the server sets by itself.</summary>
    public static JsonObject WithoutServerFields(JsonObject document)
    {
        var copy = document.DeepClone().AsObject();
        copy.Remove("status");
        foreach (var field in ServerMetadata)
        {
            (copy["metadata"] as JsonObject)?.Remove(field);
        }

        return copy;
    }

    /// <summary>The fields in which two states differ, apart from what the server sets.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    /// <param name="ignoreReplicas">Whether an autoscaler owns the replicas.</param>
    public static IReadOnlyList<FieldChange> Changes(JsonObject before, JsonObject after, bool ignoreReplicas = false)
    {
        var changes = new List<FieldChange>();
        Compare("", WithoutServerFields(before), WithoutServerFields(after), changes);
        return [.. changes.Where(c => !ignoreReplicas || c.Path != ".spec.replicas")];
    }

    /// <summary>Whether we have applied the object: fields of it are ours.</summary>
    public static bool IsOurs(JsonObject document) => Managers(document).Any(m => (string?)m["manager"] == ClusterClient.FieldManager && (string?)m["operation"] == "Apply");

    public static IEnumerable<JsonObject> Managers(JsonObject document) => (document["metadata"]?["managedFields"] as JsonArray ?? []).OfType<JsonObject>();

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<FieldChange> changes)
    {
        switch (before, after)
        {
            case (JsonObject left, JsonObject right):
                foreach (var name in left.Select(p => p.Key).Union(right.Select(p => p.Key)).ToList())
                {
                    Compare($"{path}.{name}", left[name], right[name], changes);
                }

                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                {
                    Compare($"{path}[{(string?)(left[i] as JsonObject)?["name"] ?? $"{i}"}]", left[i], right[i], changes);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(before, after))
                {
                    changes.Add(new(path, before?.DeepClone(), after?.DeepClone()));
                }

                break;
        }
    }
}
