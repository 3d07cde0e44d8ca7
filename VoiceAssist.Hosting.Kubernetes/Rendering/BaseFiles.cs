using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>The base: a file per concern and their <c>kustomization.yaml</c>.</summary>
internal static class BaseFiles
{
    public static void Add(FileSet files, EnvironmentPlan plan, IReadOnlyList<PlacedObject> objects)
    {
        var members = objects.Where(o => o.Planned.Component is null).ToArray();
        var byFile = members.Where(o => !o.Planned.IsGenerated).GroupBy(o => o.Planned.File, StringComparer.Ordinal).ToArray();
        var kustomization = new KustomizationFile
        {
            Namespace = plan.Context.Namespace,
            Resources = [.. byFile.Select(g => g.Key)],
            Generators = [.. members.Where(o => o.Planned.IsGenerated).Select(o => Generator.Of(o.Tree).ToNode(o.Tree))],
        };
        foreach (var root in new[] { "", TreeLayout.Base + "/" })
        {
            foreach (var file in byFile)
            {
                files.Add(root + file.Key, "", file.Select(o => o.Tree));
            }

            files.Add(root + TreeLayout.Kustomization, "The base; an environment is one of overlays/.", [kustomization.ToNode()]);
        }

        foreach (var file in objects.Where(o => TreeLayout.IsStandalone(o.Planned)).GroupBy(o => o.Planned.File, StringComparer.Ordinal))
        {
            files.Add(file.Key, "It belongs to the cluster, not to an environment: kubectl apply -f this file.", file.Select(o => o.Tree));
        }
    }
}
