using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.Verify;

/// <summary>Where a live object is not what was published. What it has besides, the server or others added.</summary>
internal static class Drift
{
    // By which key items of a list belong together; lists of other items must be the same in order and number.
    private static readonly string[] ItemKeys = ["name", "mountPath"];

    /// <summary>The differences, published to live.</summary>
    public static IReadOnlyList<FieldChange> Of(JsonObject published, JsonObject live)
    {
        var found = new List<FieldChange>();
        foreach (var (name, value) in published.Where(p => p.Key != "status"))
        {
            Compare("." + name, value, live[name], found);
        }

        return found;
    }

    /// <summary>As <see cref="Of"/>, of a part.</summary>
    public static IReadOnlyList<FieldChange> OfPart(JsonNode? published, JsonNode? live)
    {
        var found = new List<FieldChange>();
        Compare("", published, live, found);
        return found;
    }

    private static void Compare(string path, JsonNode? published, JsonNode? live, List<FieldChange> found)
    {
        switch (published, live)
        {
            case (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }, null):
                break;
            case (JsonObject map, JsonObject there):
                foreach (var (name, value) in map)
                {
                    Compare($"{path}.{name}", value, there[name], found);
                }

                break;
            case (JsonArray list, JsonArray there) when KeyOf(list) is { } key:
                foreach (var item in list)
                {
                    Compare($"{path}[{item![key]}]", item, there.FirstOrDefault(t => t is JsonObject && JsonNode.DeepEquals(t[key], item[key])), found);
                }

                break;
            case (JsonArray list, JsonArray there) when list.Count == there.Count:
                for (var i = 0; i < list.Count; i++)
                {
                    Compare($"{path}[{i}]", list[i], there[i], found);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(published, live) && !IsSameQuantity(published, live))
                {
                    found.Add(new(path, published?.DeepClone(), live?.DeepClone()));
                }

                break;
        }
    }

    private static string? KeyOf(JsonArray list) => list.Count == 0 ? null : ItemKeys.FirstOrDefault(k => list.All(i => i is JsonObject item && item.ContainsKey(k)));

    // 0.5 and 500m are the same to Kubernetes.
    private static bool IsSameQuantity(JsonNode? left, JsonNode? right) =>
        left is JsonValue && right is JsonValue
        && ((Cpu.TryParse(left.ToString(), out var cpu) && Cpu.TryParse(right.ToString(), out var liveCpu) && cpu == liveCpu)
            || (Memory.TryParse(left.ToString(), out var memory) && Memory.TryParse(right.ToString(), out var liveMemory) && memory == liveMemory));
}
