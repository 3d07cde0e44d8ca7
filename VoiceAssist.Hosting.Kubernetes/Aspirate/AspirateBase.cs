using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Aspirate;

/// <summary>A Kustomize base that <c>aspirate generate</c> wrote.</summary>
/// <param name="Path">Its directory, absolute.</param>
/// <param name="Resources">A directory per resource of the app model.</param>
/// <param name="Others">The objects of files beside them: the namespace, the dashboard, a pull secret.</param>
internal sealed record AspirateBase(string Path, IReadOnlyList<AspirateResource> Resources, IReadOnlyList<MapNode> Others)
{
    /// <summary>The setting that names the directory.</summary>
    public const string Key = "base";

    /// <summary>The label by which aspirate selects pods. A selector can never be changed once it is applied, so it stays.</summary>
    public const string SelectorLabel = "app";

    /// <summary>The objects that no policy covers.</summary>
    public IReadOnlyList<MapNode> Kept => [.. Others.Where(o => o.Text("kind") != "Namespace")];

    /// <summary>The base as a tree stands on it.</summary>
    /// <param name="tree">The directory of the tree.</param>
    /// <exception cref="DistributedApplicationException">One of the directories lies in the other such that Kustomize or the next publish would stumble.</exception>
    public Foundation Under(string tree)
    {
        var top = System.IO.Path.GetFullPath(tree);
        if (IsWithin(top, Path))
        {
            throw new DistributedApplicationException(
                $"The output path '{top}' lies in the base directory '{Path}': Kustomize refuses overlays within their base (\"cycle detected\"). Give directories beside each other; nothing was written.");
        }

        if (TreeLayout.Directories.FirstOrDefault(d => IsWithin(Path, System.IO.Path.Combine(top, d))) is { } own)
        {
            throw new DistributedApplicationException(
                $"The base directory '{Path}' is where '{own}' of the published tree is written. Generate the base into another directory; nothing was written.");
        }

        var reference = System.IO.Path.GetRelativePath(System.IO.Path.Combine(top, TreeLayout.Base), Path).Replace('\\', '/');

        // A Secret of the base, such as that of a private registry, is deployed with it, but no secret is ever copied into the tree.
        return new(reference, [.. Resources.SelectMany(r => r.Objects), .. Others.Except(Kept)], [.. Kept.Where(o => o.Text("kind") != "Secret")]);
    }

    private static bool IsWithin(string path, string directory)
    {
        var relative = System.IO.Path.GetRelativePath(directory, path).Replace('\\', '/');
        return relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !System.IO.Path.IsPathRooted(relative);
    }
}
