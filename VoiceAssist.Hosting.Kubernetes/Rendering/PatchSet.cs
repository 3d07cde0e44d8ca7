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

    public IReadOnlyList<string> Files => [.. _files.Keys];

    /// <summary>Adds what turns an object into another one; nothing when they are the same.</summary>
    /// <param name="from">The object as it is inherited.</param>
    /// <param name="to">As it is to be; null: it is deleted.</param>
    public void Add(MapNode from, MapNode? to)
    {
        var kind = from.Text("kind")!;
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

    private static MapNode? Patch(MapNode from, MapNode? to, string kind) => (kind, to) switch
    {
        (_, null) => StrategicPatch.Delete(from.Text("apiVersion")!, kind, from.Map("metadata")!.Text("name")!),
        ("HorizontalPodAutoscaler", _) => StrategicPatch.Between(from, to, "spec/metrics"),
        ("ResourceQuota", _) => StrategicPatch.Between(from, to, "spec/hard"),
        _ => StrategicPatch.Between(from, to),
    };
}
