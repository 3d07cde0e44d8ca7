using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>The fields in which two objects differ, in reading order.</summary>
internal static class FieldDifference
{
    private const string Nothing = "(none)";

    private static readonly string[] ItemKeys = ["name", "mountPath", "containerPort", "port", "topologyKey", "type"];

    /// <summary>Lines such as <c>spec.maxReplicas: 10 -> 15</c>; list items are named by what tells them apart, else by their place.</summary>
    public static IEnumerable<string> Between(Node from, Node to) => Between(from, to, "");

    private static IEnumerable<string> Between(Node? from, Node? to, string path) => (from, to) switch
    {
        _ when Node.Same(from, to) => [],
        (MapNode a, MapNode b) => Maps(a, b, path),
        (ListNode a, ListNode b) => Lists(a, b, path),
        (null, MapNode { Count: > 0 } b) => Maps([], b, path),
        (MapNode { Count: > 0 } a, null) => Maps(a, [], path),
        _ => [$"{path}: {Text(from)} -> {Text(to)}"],
    };

    private static IEnumerable<string> Maps(MapNode from, MapNode to, string path) => from.Select(e => e.Key)
        .Union(to.Select(e => e.Key))
        .Order(ReadableKeys.Comparer)
        .SelectMany(k => Between(from[k], to[k], path.Length == 0 ? k : $"{path}.{k}"));

    private static IEnumerable<string> Lists(ListNode from, ListNode to, string path)
    {
        var (old, now) = (Keyed(from), Keyed(to));
        if (old is null || now is null)
        {
            return Enumerable.Range(0, Math.Max(from.Items.Count, to.Items.Count))
                .SelectMany(i => Between(from.Items.ElementAtOrDefault(i), to.Items.ElementAtOrDefault(i), $"{path}[{i}]"));
        }

        var changes = old.Keys.Union(now.Keys).SelectMany(k => Between(old.GetValueOrDefault(k), now.GetValueOrDefault(k), $"{path}[{k}]")).ToArray();
        return changes.Length > 0 ? changes : [$"{path}: the order of its items"];
    }

    private static OrderedDictionary<string, Node>? Keyed(ListNode list)
    {
        var items = new OrderedDictionary<string, Node>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            var key = item is MapNode map ? ItemKeys.Select(map.Text).FirstOrDefault(t => t is not null) : null;
            if (key is null || !items.TryAdd(key, item))
            {
                return null;
            }
        }

        return items;
    }

    private static string Text(Node? node) => node?.ToString()?.ReplaceLineEndings("\\n") ?? Nothing;
}
