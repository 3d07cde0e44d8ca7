using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Ownership;

/// <summary>Writes and removes single leaves of an object by their paths.</summary>
internal static class FieldTree
{
    public static void Set(JsonObject document, string path, JsonNode? value)
    {
        var segments = path.Split('\n');
        JsonNode node = document;
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (segment == ".")
            {
                return;
            }

            if (segment.StartsWith("k:", StringComparison.Ordinal))
            {
                node = Item((JsonArray)node, segment) ?? Append((JsonArray)node, segment);
                continue;
            }

            var name = segment[2..];
            var parent = (JsonObject)node;
            if (i == segments.Length - 1)
            {
                parent[name] = value?.DeepClone();
                return;
            }

            var isList = segments[i + 1].StartsWith("k:", StringComparison.Ordinal);
            node = parent[name] is { } there && there is JsonArray == isList ? there : parent[name] = isList ? new JsonArray() : new JsonObject();
        }
    }

    public static void Remove(JsonObject document, string path)
    {
        var segments = path.Split('\n');
        var trail = new Stack<(JsonNode Parent, string Segment)>();
        JsonNode? node = document;
        foreach (var segment in segments)
        {
            if (node is null)
            {
                return;
            }

            trail.Push((node, segment));
            node = segment == "." ? null
                : segment.StartsWith("k:", StringComparison.Ordinal) ? Item((JsonArray)node, segment)
                : (node as JsonObject)?[segment[2..]];
        }

        var (parent, last) = trail.Pop();
        if (last == ".")
        {
            // The item goes when its owner no longer names it.
            var (list, item) = trail.Pop();
            if (Item((JsonArray)list, item) is { } found)
            {
                ((JsonArray)list).Remove(found);
            }
        }
        else
        {
            (parent as JsonObject)?.Remove(last[2..]);
        }

        // Maps and lists that are empty now go too, as in the merge of the server.
        while (trail.TryPop(out var above))
        {
            if (above.Parent is JsonObject map && map[above.Segment[2..]] is JsonObject { Count: 0 } or JsonArray { Count: 0 })
            {
                ((JsonObject)above.Parent).Remove(above.Segment[2..]);
            }
        }
    }

    private static JsonObject? Item(JsonArray list, string segment)
    {
        var key = JsonNode.Parse(segment[2..])!.AsObject();
        return list.OfType<JsonObject>().FirstOrDefault(item => key.All(k => JsonNode.DeepEquals(item[k.Key] ?? (k.Key == "protocol" ? "TCP" : null), k.Value)));
    }

    private static JsonObject Append(JsonArray list, string segment)
    {
        var item = JsonNode.Parse(segment[2..])!.AsObject();
        list.Add(item);
        return item;
    }
}
