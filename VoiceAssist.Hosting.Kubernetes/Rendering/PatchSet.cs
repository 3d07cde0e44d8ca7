using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>The patches of one <c>kustomization.yaml</c>, a file per concern.</summary>
internal sealed class PatchSet
{
    private static readonly Dictionary<string, string> About = new(StringComparer.Ordinal)
    {
        ["hpa-patch.yaml"] = "A patch replaces the list of metrics, so it always carries the whole of it.",
        ["quota.yaml"] = "What this environment needs at its peak; derived from its policies.",
    };

    private readonly SortedDictionary<string, List<MapNode>> _files = new(StringComparer.Ordinal);
    private readonly List<MapNode> _deletions = [];

    public IReadOnlyList<string> Files => [.. _files.Keys];

    /// <summary>
    /// Patches for <c>kustomization.yaml</c> itself: Kustomize 5.5 (kubectl 1.32) crashes when a file deletes an object and holds another patch after it.
    /// </summary>
    public IReadOnlyList<MapNode> Deletions => _deletions;

    /// <summary>Adds what turns an object into another one; nothing when they are the same.</summary>
    /// <param name="from">The object as it is inherited.</param>
    /// <param name="to">As it is to be; null: it is deleted.</param>
    public void Add(MapNode from, MapNode? to)
    {
        var kind = from.Text("kind")!;
        if (to is null)
        {
            var deletion = StrategicPatch.Delete(from.Text("apiVersion")!, kind, from.Map("metadata")!.Text("name")!);
            _deletions.Add(new() { { "patch", YamlWriter.Write([deletion], YamlStyle.Readable) } });
            return;
        }

        if (Patch(from, to, kind) is not { } patch)
        {
            return;
        }

        var file = TreeLayout.PatchFile(kind);
        if (!_files.TryGetValue(file, out var documents))
        {
            _files.Add(file, documents = []);
        }

        documents.Add(patch);
    }

    public void WriteTo(FileSet files, string directory)
    {
        foreach (var (file, documents) in _files)
        {
            files.Add($"{directory}/{file}", About.GetValueOrDefault(file, ""), documents);
        }
    }

    private static MapNode? Patch(MapNode from, MapNode to, string kind) => kind switch
    {
        "HorizontalPodAutoscaler" => StrategicPatch.Between(from, to, "spec/metrics"),
        "ResourceQuota" => StrategicPatch.Between(from, to, "spec/hard"),
        _ => StrategicPatch.Between(from, to),
    };
}
