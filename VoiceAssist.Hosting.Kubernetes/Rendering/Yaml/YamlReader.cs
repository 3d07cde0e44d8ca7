using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

/// <summary>Reads documents of Kubernetes objects.</summary>
internal static class YamlReader
{
    /// <summary>The documents that are maps; empty ones are left out.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static IReadOnlyList<MapNode> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(d => Of(d.RootNode)).OfType<MapNode>().Where(d => d.Count > 0)];
    }

    private static Node Of(YamlNode node) => node switch
    {
        YamlMappingNode map => Map(map),
        YamlSequenceNode list => new ListNode(list.Select(Of)),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new InvalidDataException($"Line {node.Start.Line}: a {node.NodeType} cannot be part of a Kubernetes object."),
    };

    private static MapNode Map(YamlMappingNode node)
    {
        var map = new MapNode();
        foreach (var (key, value) in node)
        {
            map[(key as YamlScalarNode ?? throw new InvalidDataException($"Line {key.Start.Line}: a key must be a text.")).Value ?? ""] = Of(value);
        }

        return map;
    }

    private static ScalarNode Scalar(YamlScalarNode node)
    {
        var text = node.Value ?? "";
        return node.Style != ScalarStyle.Plain ? text : text switch
        {
            "true" or "True" or "TRUE" => ScalarNode.Of(true),
            "false" or "False" or "FALSE" => ScalarNode.Of(false),
            "" or "~" or "null" or "Null" or "NULL" => ScalarNode.Null,
            _ => PlainText.IsSafe(text) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? text
                : new ScalarNode(ScalarKind.Number, text),
        };
    }
}
