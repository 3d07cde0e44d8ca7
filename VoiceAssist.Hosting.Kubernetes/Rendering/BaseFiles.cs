using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>The base: a file per concern and their <c>kustomization.yaml</c>; on a foundation, patches of what is there and files of what is not.</summary>
internal static class BaseFiles
{
    public static void Add(FileSet files, EnvironmentPlan plan, IReadOnlyList<PlacedObject> objects, Foundation? foundation)
    {
        var members = objects.Where(o => o.Planned.Component is null).ToArray();
        var patches = new PatchSet();
        foreach (var from in foundation?.Patched ?? [])
        {
            patches.Add(from, members.FirstOrDefault(o => o.Id == ObjectId.Of(from))?.Tree);
        }

        var inherited = (foundation?.Patched ?? []).Select(ObjectId.Of).ToHashSet();
        var byFile = members.Where(o => !o.Planned.IsGenerated && !inherited.Contains(o.Id)).GroupBy(o => o.Planned.File, StringComparer.Ordinal).ToArray();
        var kustomization = new KustomizationFile
        {
            Namespace = plan.Context.Namespace,
            Resources = [.. foundation is null ? Array.Empty<string>() : [foundation.Directory], .. byFile.Select(g => g.Key)],
            PatchFiles = patches.Files,
            Patches = patches.Deletions,
            Generators = [.. members.Where(o => o.Planned.IsGenerated).Select(o => Generator.Of(o.Tree).ToNode(o.Tree))],
        };
        foreach (var root in foundation is null ? new[] { "", TreeLayout.Base + "/" } : [TreeLayout.Base + "/"])
        {
            foreach (var file in byFile)
            {
                files.Add(root + file.Key, "", file.Select(o => o.Tree));
            }

            if (foundation is not null)
            {
                patches.WriteTo(files, TreeLayout.Base);
            }

            files.Add(root + TreeLayout.Kustomization, "The base; an environment is one of overlays/.", [kustomization.ToNode()]);
        }

        foreach (var file in objects.Where(o => TreeLayout.IsStandalone(o.Planned)).GroupBy(o => o.Planned.File, StringComparer.Ordinal))
        {
            files.Add(file.Key, "It belongs to the cluster, not to an environment: kubectl apply -f this file.", file.Select(o => o.Tree));
        }
    }
}
