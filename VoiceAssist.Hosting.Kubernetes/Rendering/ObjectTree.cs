using System.Globalization;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>The tree of an object, as KubernetesClient serializes it, with the plan's comments in their places.</summary>
internal static class ObjectTree
{
    /// <summary>The tree; without status, creation time and empty entries.</summary>
    /// <exception cref="InvalidOperationException">A comment's path leads nowhere.</exception>
    public static MapNode Of(PlannedObject planned)
    {
        var tree = (MapNode)ModelNodes.Of(planned.Object);
        tree["status"] = null;
        if (tree.Map("metadata") is { } metadata)
        {
            metadata["creationTimestamp"] = null;
        }

        foreach (var (path, comment) in planned.Comments)
        {
            Find(tree, path, planned).Comment = comment;
        }

        return tree;
    }

    private static Node Find(MapNode tree, string path, PlannedObject planned)
    {
        Node? node = tree;
        foreach (var part in path.Split('/'))
        {
            node = node switch
            {
                MapNode map => map[Unescape(part)],
                ListNode list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }

        return node ?? throw new InvalidOperationException($"{planned}: the comment's path '{path}' leads to nothing in the object.");
    }

    // Keys with a slash, e.g. of annotations, are written as in a JSON pointer.
    private static string Unescape(string part) => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
