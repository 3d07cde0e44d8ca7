using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Ownership;

/// <summary>Who owns which leaves of an object (<c>metadata.managedFields</c>), and the merge of server-side apply.</summary>
internal sealed class ManagedFields
{
    private readonly List<Owner> _owners = [];

    private ManagedFields()
    {
    }

    public static ManagedFields Of(JsonObject document)
    {
        var fields = new ManagedFields();
        foreach (var entry in (document["metadata"]?["managedFields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            fields._owners.Add(new(
                (string)entry["manager"]!,
                (string)entry["operation"]!,
                (string?)entry["subresource"] ?? "",
                (string)entry["apiVersion"]!,
                (string?)entry["time"] ?? "",
                [.. FieldPaths.FromFieldsV1(entry["fieldsV1"] as JsonObject ?? [])]));
        }

        return fields;
    }

    /// <summary>Merges an applied configuration into the live object.</summary>
    /// <param name="live">The object as it is; null when it does not exist.</param>
    /// <param name="applied">The configuration.</param>
    /// <param name="manager">Who applies.</param>
    /// <param name="force">Take fields over from others.</param>
    /// <param name="time">Now, as Kubernetes writes it.</param>
    /// <param name="conflicts">Fields that others own with other values; the merge must be thrown away unless <paramref name="force"/> is given.</param>
    public static JsonObject Apply(JsonObject? live, JsonObject applied, string manager, bool force, string time, out IReadOnlyList<(string Owner, string Path)> conflicts)
    {
        var merged = live?.DeepClone().AsObject() ?? Identity(applied);
        var fields = Of(merged);
        var wanted = FieldPaths.Of(applied);
        var present = FieldPaths.Of(merged);
        var mine = fields._owners.Find(o => o.Manager == manager && o.Operation == "Apply" && o.Subresource.Length == 0);
        var changed = wanted.Where(w => !present.TryGetValue(w.Key, out var value) || !JsonNode.DeepEquals(value, w.Value)).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        conflicts = [.. fields._owners.Where(o => o != mine).SelectMany(o => o.Paths.Where(changed.Contains).Select(p => ($"\"{o.Manager}\"{(o.Subresource.Length == 0 ? "" : $" with subresource \"{o.Subresource}\"")} using {o.ApiVersion}", p)))];
        if (force)
        {
            fields._owners.Where(o => o != mine).ToList().ForEach(o => o.Paths.ExceptWith(changed));
        }

        var given = mine?.Paths.Where(p => !wanted.ContainsKey(p) && !fields._owners.Exists(o => o != mine && o.Paths.Contains(p))).ToList() ?? [];
        given.OrderByDescending(p => p.Length).ToList().ForEach(p => FieldTree.Remove(merged, p));
        foreach (var (path, value) in wanted)
        {
            FieldTree.Set(merged, path, value);
        }

        if (mine is null)
        {
            fields._owners.Add(mine = new(manager, "Apply", "", (string)applied["apiVersion"]!, time, []));
        }

        if (changed.Count > 0 || given.Count > 0 || !mine.Paths.SetEquals(wanted.Keys))
        {
            mine.Time = time;
        }

        mine.Paths.Clear();
        mine.Paths.UnionWith(wanted.Keys);
        fields.Write(merged);
        return merged;
    }

    /// <summary>Gives the leaves that a write changed to whoever wrote, and forgets those that are gone.</summary>
    public static void Update(JsonObject? live, JsonObject updated, string manager, string subresource, string time)
    {
        var fields = Of((updated["metadata"]?["managedFields"] as JsonArray)?.Count > 0 ? updated : live ?? []);
        var before = FieldPaths.Of(live ?? []);
        var after = FieldPaths.Of(updated);
        var changed = after.Where(a => !before.TryGetValue(a.Key, out var value) || !JsonNode.DeepEquals(value, a.Value)).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var owner in fields._owners.Where(o => o.Subresource != "status"))
        {
            owner.Paths.RemoveWhere(p => changed.Contains(p) || !after.ContainsKey(p));
        }

        if (changed.Count > 0)
        {
            var writer = fields._owners.Find(o => o.Manager == manager && o.Operation == "Update" && o.Subresource == subresource);
            if (writer is null)
            {
                fields._owners.Add(writer = new(manager, "Update", subresource, (string)updated["apiVersion"]!, time, []));
            }

            writer.Paths.UnionWith(changed);
            writer.Time = time;
        }

        fields.Write(updated);
    }

    private static JsonObject Identity(JsonObject applied) => new()
    {
        ["apiVersion"] = applied["apiVersion"]!.DeepClone(),
        ["kind"] = applied["kind"]!.DeepClone(),
        ["metadata"] = new JsonObject(applied["metadata"]!.AsObject().Where(m => m.Key is "name" or "namespace").Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))),
    };

    private void Write(JsonObject document) => document["metadata"]!["managedFields"] = new JsonArray([.. _owners.Where(o => o.Paths.Count > 0).Select(o => (JsonNode)o.ToEntry())]);

    private sealed record Owner(string Manager, string Operation, string Subresource, string ApiVersion, string Since, HashSet<string> Paths)
    {
        public string Time { get; set; } = Since;

        public JsonObject ToEntry()
        {
            var entry = new JsonObject
            {
                ["manager"] = Manager,
                ["operation"] = Operation,
                ["apiVersion"] = ApiVersion,
                ["time"] = Time,
                ["fieldsType"] = "FieldsV1",
                ["fieldsV1"] = FieldPaths.ToFieldsV1(Paths),
            };
            if (Subresource.Length > 0)
            {
                entry["subresource"] = Subresource;
            }

            return entry;
        }
    }
}
