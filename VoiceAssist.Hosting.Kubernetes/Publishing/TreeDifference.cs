using System.Text.RegularExpressions;
using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>What a publish would change in an environment: objects and fields, not lines.</summary>
internal static partial class TreeDifference
{
    /// <summary>The report of an environment.</summary>
    /// <param name="environment">Its name.</param>
    /// <param name="before">The <c>rendered/ENV.yaml</c> on disk; empty: there is none.</param>
    /// <param name="after">The one that would be published.</param>
    public static string Between(string environment, string before, string after)
    {
        var (old, now) = (Objects(before), Objects(after));
        var lines = old.Keys.Union(now.Keys).OrderBy(k => k.ToString(), StringComparer.Ordinal).SelectMany(k => Lines(k, old.GetValueOrDefault(k), now.GetValueOrDefault(k))).ToArray();
        return lines.Length == 0 ? $"{environment}: nothing changes\n" : $"{environment}:\n{string.Concat(lines.Select(l => $"  {l}\n"))}";
    }

    private static IEnumerable<string> Lines(ObjectId id, MapNode? from, MapNode? to) => (from, to) switch
    {
        (null, _) => [$"+ {id}"],
        (_, null) => [$"- {id}"],
        _ => FieldDifference.Between(from, to).Select(l => $"    {l}").ToArray() is { Length: > 0 } fields ? fields.Prepend($"~ {id}") : [],
    };

    private static Dictionary<ObjectId, MapNode> Objects(string text) => YamlReader.Read(text).ToDictionary(WithoutHash);

    // A generated ConfigMap has another name with each content, and is the same one nevertheless.
    private static ObjectId WithoutHash(MapNode tree) => ObjectId.Of(tree) is { Kind: "ConfigMap" } id ? id with { Name = Hash().Replace(id.Name, "") } : ObjectId.Of(tree);

    [GeneratedRegex("-[bcdfghkm2456789t]{10}\\z")]
    private static partial Regex Hash();
}
