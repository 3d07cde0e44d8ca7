namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>Where a workload's program writes beside its volumes: what its policy says, and what its image is known for.</summary>
internal static class WritablePaths
{
    public static IReadOnlyList<WritablePath> Of(WorkloadModel workload)
    {
        var paths = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var path in ImageConventions.For(workload)?.Writable ?? [])
        {
            paths[path] = null;
        }

        foreach (var (path, limit) in workload.Security.Writable)
        {
            paths[path] = limit;
        }

        var taken = workload.Volumes.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var writable = new List<WritablePath>();
        foreach (var (path, limit) in paths.Where(p => !workload.Volumes.Any(v => v.MountPath.TrimEnd('/') == p.Key.TrimEnd('/'))))
        {
            var name = Fit(path);
            while (!taken.Add(name))
            {
                name += "-x";
            }

            writable.Add(new(name, path, limit));
        }

        return writable;
    }

    private static string Fit(string path)
    {
        var name = string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        name = name.Length > Names.MaxLabelLength - 4 ? name[^(Names.MaxLabelLength - 4)..].Trim('-') : name;
        return name.Length > 0 ? name : "root";
    }
}
