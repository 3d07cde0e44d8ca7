using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

/// <summary>A patch with a target, as it stands in a <c>kustomization.yaml</c>. One whose target is not there does nothing.</summary>
internal static class TargetedPatch
{
    /// <summary>A strategic merge patch.</summary>
    public static MapNode Of(MapNode target, MapNode patch) => new() { { "target", target }, { "patch", YamlWriter.Write([patch], YamlStyle.Readable) } };

    /// <summary>A JSON patch (RFC 6902).</summary>
    public static MapNode Of(MapNode target, IEnumerable<MapNode> operations) => new()
    {
        { "target", target },
        { "patch", string.Concat(operations.Select(o => $"- {YamlWriter.Write([o], YamlStyle.Readable).TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal)}\n")) },
    };

    /// <summary>Deletes every object of a kind.</summary>
    public static MapNode DeleteAll(string apiVersion, string kind) =>
        Of(new() { { "group", apiVersion.Split('/')[0] }, { "kind", kind } }, StrategicPatch.Delete(apiVersion, kind, "any"));
}
