using System.Text.Json;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>Nodes out of JSON.</summary>
internal static class JsonNodes
{
    /// <summary>The node of an element; entries that are null are left out, as Kubernetes takes them for absent.</summary>
    public static Node Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => new ListNode(element.EnumerateArray().Select(Of)),
        JsonValueKind.String => new ScalarNode(ScalarKind.Text, element.GetString()!),
        JsonValueKind.Number => new ScalarNode(ScalarKind.Number, element.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => ScalarNode.Of(element.GetBoolean()),
        _ => ScalarNode.Null,
    };

    private static MapNode Map(JsonElement element)
    {
        var map = new MapNode();
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
            {
                map[property.Name] = Of(property.Value);
            }
        }

        return map;
    }
}
