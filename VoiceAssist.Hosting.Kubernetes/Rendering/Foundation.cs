using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>Objects that another tool wrote and that the tree's base patches, instead of having them all itself.</summary>
/// <param name="Directory">Their directory, from the tree's base, with forward slashes.</param>
/// <param name="Patched">Those that become objects of the plan, or are deleted where the plan has none of their kind and name.</param>
/// <param name="Kept">Those that stay as they are.</param>
internal sealed record Foundation(string Directory, IReadOnlyList<MapNode> Patched, IReadOnlyList<MapNode> Kept)
{
    /// <summary>Fields that no plan has and that the other tool's options, e.g. a private registry or a sidecar's annotations, give.</summary>
    private static readonly string[][] Carried = [["spec", "template", "spec", "imagePullSecrets"], ["spec", "template", "metadata", "annotations"]];

    /// <summary>The objects of a plan, with what they take over from those they replace.</summary>
    public IReadOnlyList<PlacedObject> Complete(IReadOnlyList<PlacedObject> objects)
    {
        foreach (var tree in Patched)
        {
            if (objects.FirstOrDefault(o => o.Id == ObjectId.Of(tree)) is { } own)
            {
                foreach (var path in Carried)
                {
                    Carry(tree, own.Tree, path);
                }
            }
        }

        return objects;
    }

    private static void Carry(MapNode from, MapNode to, string[] path)
    {
        foreach (var part in path[..^1])
        {
            if (from.Map(part) is not { } source || to.Map(part) is not { } target)
            {
                return;
            }

            (from, to) = (source, target);
        }

        if (to[path[^1]] is null)
        {
            to[path[^1]] = from[path[^1]]?.Copy();
        }
    }
}
