using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>An environment's overlay: only what differs from the base.</summary>
internal static class OverlayFiles
{
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

        patches.WriteTo(files, directory);
        var kustomization = new KustomizationFile
        {
            Namespace = plan.Context.Namespace,
            Resources = [$"../../{TreeLayout.Base}", .. additions.Select(a => a.File)],
            Components = [.. components.Select(c => $"../../{TreeLayout.Component(c)}")],
            PatchFiles = patches.Files,
            Patches = patches.Deletions,
            Generators = generators,
        };
        files.Add($"{directory}/{TreeLayout.Kustomization}", "Only what differs from the base.", [kustomization.ToNode()]);
    }

    private static (PatchSet Patches, IReadOnlyList<MapNode> Generators) Differences(IEnumerable<PlacedObject> inherited, Dictionary<ObjectId, PlacedObject> own)
    {
        var patches = new PatchSet();
        var generators = new List<MapNode>();
        foreach (var from in inherited)
        {
            var to = own.GetValueOrDefault(from.Id);
            if (from.Planned.IsGenerated && to is not null)
            {
                generators.AddRange(Generator.Of(to.Tree).ToNode(to.Tree, Generator.Of(from.Tree)) is { } generator ? [generator] : []);
            }
            else
            {
                patches.Add(from.Tree, to?.Tree);
            }
        }

        return (patches, generators);
    }
}
