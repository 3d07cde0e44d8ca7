using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Ownership;

/// <summary>An object as the set of its leaves, each a path in the notation of <c>FieldsV1</c> (segments <c>f:name</c> and <c>k:{...}</c>, one a line).</summary>
internal static class FieldPaths
{
    /// <summary>Every leaf with its value; fields that nobody owns (names, kinds, what the server sets) are left out.</summary>
    public static Dictionary<string, JsonNode?> Of(JsonObject document)
    {
        var paths = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in document)
        {
            if (name == "metadata" && value is JsonObject metadata)
            {
                foreach (var (field, content) in metadata.Where(m => m.Key is "labels" or "annotations" or "finalizers" or "ownerReferences"))
                {
                    Add(paths, $"f:metadata\nf:{field}", field, content);
                }
            }
            else if (name is not ("apiVersion" or "kind" or "metadata" or "status"))
            {
                Add(paths, $"f:{name}", name, value);
            }
        }

        return paths;
    }

    /// <summary>The nested form that <c>managedFields</c> carries.</summary>
    public static JsonObject ToFieldsV1(IEnumerable<string> paths)
    {
        var root = new JsonObject();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var node = root;
            foreach (var segment in path.Split('\n'))
            {
                node = (JsonObject)(node[segment] ??= new JsonObject());
            }
        }

        return root;
    }

    /// <summary>The reverse of <see cref="ToFieldsV1"/>.</summary>
    public static IEnumerable<string> FromFieldsV1(JsonObject fields, string prefix = "")
    {
        foreach (var (segment, below) in fields)
        {
            var path = prefix + segment;
            if (below is JsonObject { Count: > 0 } more)
            {
                foreach (var leaf in FromFieldsV1(more, path + "\n"))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return path;
            }
        }
    }

    /// <summary>As error messages name it: <c>.spec.template.spec.containers[name="server"].image</c>.</summary>
    public static string ForPeople(string path) => string.Concat(path.Split('\n').Where(s => s != ".").Select(s => s.StartsWith("k:", StringComparison.Ordinal)
        ? "[" + string.Join(',', JsonNode.Parse(s[2..])!.AsObject().Select(k => $"{k.Key}={k.Value!.ToJsonString()}")) + "]"
        : "." + s[2..]));

    private static void Add(Dictionary<string, JsonNode?> paths, string path, string field, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when !ListKeys.IsAtomicMap(field):
                foreach (var (name, below) in map)
                {
                    Add(paths, $"{path}\nf:{name}", name, below);
                }

                break;
            case JsonArray { Count: > 0 } list when ListKeys.Of(field, list) is { } keys:
                foreach (var item in list.OfType<JsonObject>())
                {
                    var itemPath = $"{path}\nk:{Key(item, keys).ToJsonString()}";
                    paths[itemPath + "\n."] = null;
                    foreach (var (name, below) in item)
                    {
                        Add(paths, $"{itemPath}\nf:{name}", name, below);
                    }
                }

                break;
            default:
                paths[path] = value?.DeepClone();
                break;
        }
    }

    private static JsonObject Key(JsonObject item, string[] keys) =>
        new(keys.Select(k => KeyValuePair.Create(k, item[k]?.DeepClone() ?? (k == "protocol" ? "TCP" : null))));
}
