using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>A ConfigMap that Kustomize generates, with a hash of its content behind its name.</summary>
/// <param name="name">The name without hash.</param>
/// <param name="data">Its content.</param>
/// <param name="labels">Its labels.</param>
internal sealed class Generator(string name, IReadOnlyDictionary<string, string> data, IReadOnlyDictionary<string, string> labels)
{
    public string Name { get; } = name;

    public IReadOnlyDictionary<string, string> Data { get; } = data;

    /// <summary>The name with hash.</summary>
    public string HashedName => $"{Name}-{ConfigMapHash.Of(Data)}";

    /// <summary>Reads a ConfigMap's tree.</summary>
    public static Generator Of(MapNode configMap) => new(
        configMap.Map("metadata")!.Text("name")!,
        Texts(configMap.Map("data")),
        Texts(configMap.Map("metadata")!.Map("labels")));

    /// <summary>The generator of the base.</summary>
    public MapNode ToNode(MapNode configMap) => Node(Name, behavior: null, Literals(configMap, Data.Keys), labels);

    /// <summary>The generator of an overlay; null when nothing differs.</summary>
    public MapNode? ToNode(MapNode configMap, Generator @base)
    {
        if (@base.Data.Keys.All(Data.ContainsKey))
        {
            var different = Data.Keys.Where(k => !@base.Data.TryGetValue(k, out var value) || value != Data[k]).ToArray();
            return different.Length == 0 ? null : Node(Name, "merge", Literals(configMap, different), None);
        }

        // A merge cannot take a key away.
        return Node(Name, "replace", Literals(configMap, Data.Keys), labels);
    }

    private static readonly Dictionary<string, string> None = [];

    private static MapNode Node(string name, string? behavior, ListNode literals, IReadOnlyDictionary<string, string> labels)
    {
        var node = new MapNode { { "name", name } };
        if (behavior is not null)
        {
            node.Add("behavior", behavior);
        }

        node.Add("literals", literals);
        if (labels.Count > 0)
        {
            var pairs = new MapNode();
            foreach (var (key, value) in labels)
            {
                pairs.Add(key, value);
            }

            node.Add("options", new MapNode { { "labels", pairs } });
        }

        return node;
    }

    private static ListNode Literals(MapNode configMap, IEnumerable<string> keys)
    {
        var data = configMap.Map("data") ?? [];
        return new(keys.Order(StringComparer.Ordinal).Select(k => new ScalarNode(ScalarKind.Text, $"{k}={Quoted(data.Text(k)!)}") { Comment = data[k]!.Comment }));
    }

    // Kustomize takes one pair of quotes around a value away.
    private static string Quoted(string value) => value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'' ? $"'{value}'" : value;

    private static Dictionary<string, string> Texts(MapNode? map) => map?.ToDictionary(e => e.Key, e => ((ScalarNode)e.Value).Text, StringComparer.Ordinal) ?? [];
}
