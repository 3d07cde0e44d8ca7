using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>What turns an object of the base into that of an environment, as a strategic merge patch; for custom kinds, whose lists have no keys, as a plain merge.</summary>
internal static class StrategicPatch
{
    private const string Directive = "$patch";

    /// <summary>The patch; null when nothing differs.</summary>
    /// <param name="from">The base's object.</param>
    /// <param name="to">The environment's; its comments go along.</param>
    /// <param name="whole">Paths of what the patch carries whole in any case, e.g. <c>spec/metrics</c>.</param>
    public static MapNode? Between(MapNode from, MapNode to, params string[] whole)
    {
        var id = ObjectId.Of(to);
        var difference = Map(from, to, id);
        foreach (var path in whole.Where(_ => difference is not null))
        {
            Carry(difference!, to, path.Split('/'));
        }

        return difference is null ? null : Head(from, difference);
    }

    /// <summary>A patch that deletes an object.</summary>
    public static MapNode Delete(string apiVersion, string kind, string name) => new()
    {
        { Directive, "delete" },
        { "apiVersion", apiVersion },
        { "kind", kind },
        { "metadata", new MapNode { { "name", name } } },
    };

    private static MapNode Head(MapNode from, MapNode difference)
    {
        var metadata = difference.Map("metadata") ?? [];
        metadata["name"] = from.Map("metadata")!["name"]!.Copy();
        difference["metadata"] = metadata;
        difference["apiVersion"] = from["apiVersion"]!.Copy();
        difference["kind"] = from["kind"]!.Copy();
        return difference;
    }

    private static MapNode? Map(MapNode from, MapNode to, ObjectId id)
    {
        if (to.Count == 0 && from.Count > 0)
        {
            return new() { { Directive, "replace" } };
        }

        var difference = new MapNode { Comment = to.Comment };
        foreach (var (key, value) in to)
        {
            var change = from[key] is { } old ? Change(key, old, value, id) : value.Copy();
            if (change is not null)
            {
                change.Comment = value.Comment;
                difference[key] = change;
            }
        }

        foreach (var (key, _) in from.Where(e => to[e.Key] is null))
        {
            difference[key] = ScalarNode.Null;
        }

        return difference.Count == 0 ? null : difference;
    }

    private static Node? Change(string field, Node old, Node value, ObjectId id)
    {
        if (Node.Same(old, value))
        {
            return null;
        }

        return (old, value) switch
        {
            (MapNode a, MapNode b) => Map(a, b, id),
            (ListNode a, ListNode b) when id.IsBuiltIn && MergeKeys.Of(id.Kind, field) is { } key && Keyed(a, key) is { } from && Keyed(b, key) is { } to => Items(from, to, key, id),
            (ListNode, ListNode b) when id.IsBuiltIn && MergeKeys.MustSayReplace(field) => Replaced(b),
            _ => value.Copy(),
        };
    }

    private static ListNode Replaced(ListNode list)
    {
        var copy = (ListNode)list.Copy();
        copy.Items.Insert(0, new MapNode { { Directive, "replace" } });
        return copy;
    }

    private static OrderedDictionary<string, MapNode>? Keyed(ListNode list, string key)
    {
        var items = new OrderedDictionary<string, MapNode>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not MapNode map || map.Text(key) is not { } value || !items.TryAdd(value, map))
            {
                return null;
            }
        }

        return items;
    }

    /// <summary>
    /// Kustomize puts the items of a patch first, in the patch's order, and what it does not name behind them. So that the result has the
    /// environment's order, the patch names every item up to the last one that is new, changed or moved; those it leaves as they are by their key alone.
    /// </summary>
    private static ListNode Items(OrderedDictionary<string, MapNode> from, OrderedDictionary<string, MapNode> to, string key, ObjectId id)
    {
        var changes = to.Select(t => from.TryGetValue(t.Key, out var old) ? Map(old, t.Value, id) : (MapNode)t.Value.Copy()).ToArray();
        var named = to.Count;
        while (named > 0 && changes[named - 1] is null && Remainder(named - 1).SequenceEqual(to.Keys.Skip(named - 1)))
        {
            named--;
        }

        var items = new List<Node>();
        foreach (var (index, item) in to.Take(named).Index())
        {
            var change = changes[index] ?? [];
            change[key] = item.Value[key]!.Copy();
            change.Comment = item.Value.Comment;
            items.Add(change);
        }

        items.AddRange(from.Keys.Where(k => !to.ContainsKey(k)).Select(k => new MapNode { { Directive, "delete" }, { key, k } }));
        return new(items);

        IEnumerable<string> Remainder(int first) => from.Keys.Where(k => to.IndexOf(k) >= first);
    }

    private static void Carry(MapNode difference, MapNode to, string[] path)
    {
        var (target, source) = (difference, (Node?)to);
        foreach (var part in path[..^1])
        {
            source = (source as MapNode)?[part];
            if (target[part] is not MapNode next)
            {
                target[part] = next = [];
            }

            target = next;
        }

        if ((source as MapNode)?[path[^1]] is { } value)
        {
            target[path[^1]] = value.Copy();
        }
    }
}
