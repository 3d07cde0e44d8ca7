using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VoiceAssist.Cli.Published;

/// <summary>Kubernetes YAML as JSON, with the scalars of YAML 1.2's core schema: unquoted <c>Off</c> is text, as for the API server.</summary>
internal static partial class YamlDocuments
{
    // Published files have some 50 KB; a file beyond this is not a manifest.
    private const int LargestFile = 16 << 20;

    // Deeper than any Kubernetes object, shallow enough for every stack.
    private const int DeepestNesting = 64;

    /// <summary>The objects of a file; lists are taken apart.</summary>
    /// <exception cref="UsageException">Not readable, not YAML, or not Kubernetes objects.</exception>
    public static IReadOnlyList<JsonObject> ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile
                ? [.. Read(File.ReadAllText(path))]
                : throw new FormatException($"larger than {LargestFile >> 20} MiB, which no manifest is");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlException or FormatException or InvalidOperationException)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    /// <exception cref="YamlException">Not YAML.</exception>
    /// <exception cref="FormatException">A document is no Kubernetes object, or uses aliases.</exception>
    public static IEnumerable<JsonObject> Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            var document = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            foreach (var item in Objects(document))
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? document) => document switch
    {
        null => [],
        JsonObject list when ((string?)list["kind"])?.EndsWith("List", StringComparison.Ordinal) == true && list["items"] is JsonArray items => items.SelectMany(Objects).Select(i => i.DeepClone().AsObject()),
        JsonObject item when item["apiVersion"] is not null && item["kind"] is not null && item["metadata"]?["name"] is not null => [item],
        JsonObject { Count: 0 } => [],
        _ => throw new FormatException("each document must be a Kubernetes object with apiVersion, kind and metadata.name"),
    };

    private static JsonNode? Node(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new FormatException($"nested deeper than {DeepestNesting} levels");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Value(scalar);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Node(parser, depth + 1));
            }

            return list;
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new FormatException($"line {alias.Start.Line}: anchors and aliases are not supported");
        }

        parser.Consume<MappingStart>();
        var map = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            map[key.Value] = !map.ContainsKey(key.Value) ? Node(parser, depth + 1) : throw new FormatException($"line {key.Start.Line}: '{key.Value}' stands there twice");
        }

        return map;
    }

    private static JsonValue? Value(Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain ? JsonValue.Create(scalar.Value)
        : scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            var text when Octal().IsMatch(text) => Number(Convert.ToInt64(text, 8).ToString(CultureInfo.InvariantCulture)),
            var text when WholeNumber().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => Number(whole.ToString(CultureInfo.InvariantCulture)),
            var text when Fraction().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Number(number.ToString("R", CultureInfo.InvariantCulture)),
            var text => JsonValue.Create(text),
        };

    // Parsed, as numbers of the API server are: such a node can be read as any type of number.
    private static JsonValue Number(string text) => JsonNode.Parse(text)!.AsValue();

    /// <summary>YAML 1.1, as kubectl reads it: <c>defaultMode: 0644</c>.</summary>
    [GeneratedRegex("^0[0-7]{1,20}$")]
    private static partial Regex Octal();

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Fraction();
}
