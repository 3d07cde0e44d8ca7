using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>The complete environment, <c>rendered/ENV.yaml</c>: byte by byte what <c>kubectl kustomize</c> makes of its overlay; applied with any kubectl.</summary>
internal static class RenderedObjects
{
    /// <summary>The objects as they are in the cluster, in Kustomize's order. Of the base: without components.</summary>
    /// <param name="plan">The environment, or the base.</param>
    /// <param name="objects">Its objects.</param>
    /// <param name="kept">Objects of a foundation that stay as they are.</param>
    public static IReadOnlyList<MapNode> Of(EnvironmentPlan plan, IReadOnlyList<PlacedObject> objects, IReadOnlyList<MapNode>? kept = null)
    {
        var members = objects.Where(o => !TreeLayout.IsStandalone(o.Planned) && (plan.Context.Environment is not null || o.Planned.Component is null)).ToArray();
        var trees = members.Select(o => o.Tree).Concat(kept ?? []).Select(t => NamespacePlacement.Set((MapNode)t.Copy(), plan.Context.Namespace)).ToArray();
        foreach (var generated in members.Where(o => o.Planned.IsGenerated))
        {
            var generator = Generator.Of(generated.Tree);
            foreach (var tree in trees)
            {
                ConfigMapReferences.Rename(tree, generator.Name, generator.HashedName);
                if (ObjectId.Of(tree) == generated.Id)
                {
                    tree.Map("metadata")!["name"] = (ScalarNode)generator.HashedName;
                }
            }
        }

        return [.. KustomizeOrder.Sort(trees)];
    }
}
