using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>An environment's overlay: only what differs from the base.</summary>
internal static class OverlayFiles
{
    private static readonly Dictionary<string, string> About = new(StringComparer.Ordinal)
    {
        ["hpa-patch.yaml"] = "A patch replaces the list of metrics, so it always carries the whole of it.",
        ["quota.yaml"] = "What this environment needs at its peak; derived from its policies.",
    };

    public static void Add(FileSet files, EnvironmentPlan plan, IReadOnlyList<PlacedObject> objects, IReadOnlyDictionary<ObjectId, PlacedObject> known)
    {
        var directory = TreeLayout.Overlay(plan.Context.Environment!);
        var own = objects.Where(o => !TreeLayout.IsStandalone(o.Planned)).ToDictionary(o => o.Id);
        var components = own.Values.Select(o => o.Planned.Component).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var inherited = known.Values.Where(o => !TreeLayout.IsStandalone(o.Planned) && (o.Planned.Component is not { } component || components.Contains(component, StringComparer.Ordinal))).ToArray();
        var (patches, generators) = Differences(inherited, own);
        var additions = own.Values
            .Where(o => inherited.All(i => i.Id != o.Id))
            .GroupBy(o => o.Planned.File, StringComparer.Ordinal)
            .Select(g => (File: g.Key, Documents: g.Select(o => o.Tree)))
            .ToArray();
        foreach (var (file, documents) in additions)
        {
            files.Add($"{directory}/{file}", "Only in this environment.", documents);
        }

        foreach (var (file, documents) in patches)
        {
            files.Add($"{directory}/{file}", About.GetValueOrDefault(file, ""), documents);
        }

        var kustomization = new KustomizationFile
        {
            Namespace = plan.Context.Namespace,
            Resources = [$"../../{TreeLayout.Base}", .. additions.Select(a => a.File)],
            Components = [.. components.Select(c => $"../../{TreeLayout.Component(c)}")],
            PatchFiles = [.. patches.Keys],
            Generators = generators,
        };
        files.Add($"{directory}/{TreeLayout.Kustomization}", "Only what differs from the base.", [kustomization.ToNode()]);
    }

    private static (SortedDictionary<string, List<MapNode>> Patches, IReadOnlyList<MapNode> Generators) Differences(
        IEnumerable<PlacedObject> inherited,
        Dictionary<ObjectId, PlacedObject> own)
    {
        var patches = new SortedDictionary<string, List<MapNode>>(StringComparer.Ordinal);
        var generators = new List<MapNode>();
        foreach (var from in inherited)
        {
            var to = own.GetValueOrDefault(from.Id);
            if (from.Planned.IsGenerated && to is not null)
            {
                generators.AddRange(Generator.Of(to.Tree).ToNode(to.Tree, Generator.Of(from.Tree)) is { } generator ? [generator] : []);
            }
            else if (Patch(from, to) is { } patch)
            {
                var file = TreeLayout.PatchFile(from.Id.Kind);
                if (!patches.TryGetValue(file, out var documents))
                {
                    patches.Add(file, documents = []);
                }

                documents.Add(patch);
            }
        }

        return (patches, generators);
    }

    private static MapNode? Patch(PlacedObject from, PlacedObject? to) => (from.Id.Kind, to) switch
    {
        (_, null) => StrategicPatch.Delete(from.Id.ApiVersion, from.Id.Kind, from.Tree.Map("metadata")!.Text("name")!),
        ("HorizontalPodAutoscaler", _) => StrategicPatch.Between(from.Tree, to.Tree, "spec/metrics"),
        ("ResourceQuota", _) => StrategicPatch.Between(from.Tree, to.Tree, "spec/hard"),
        _ => StrategicPatch.Between(from.Tree, to.Tree),
    };
}
