using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>
/// Writes a tree so that on any error the directory is as it was: everything is first written beside, then each changed file is moved into
/// its place, the old one kept until the last has arrived. Files that do not change are not touched, nor is what others wrote.
/// </summary>
internal static class TreeWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes the files and removes those that are no longer among them.</summary>
    /// <param name="directory">The tree's directory; it need not exist.</param>
    /// <param name="files">Relative path to text.</param>
    /// <param name="isInScope">Whether a file that is no longer published may be removed; a publish of one environment leaves the others'.</param>
    /// <returns>What was changed.</returns>
    /// <exception cref="DistributedApplicationException">The directory cannot be written; nothing was changed.</exception>
    public static IReadOnlyList<TreeChange> Write(string directory, IReadOnlyDictionary<string, string> files, Func<string, bool> isInScope)
    {
        try
        {
            Check(directory);
            var changes = Changes(directory, files, isInScope);
            if (changes.Count > 0)
            {
                Apply(directory, changes);
            }

            return changes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DistributedApplicationException($"The manifests cannot be written to '{directory}': {error.Message} Nothing was changed.", error);
        }
    }

    /// <summary>What writing the files would change.</summary>
    public static IReadOnlyList<TreeChange> Changes(string directory, IReadOnlyDictionary<string, string> files, Func<string, bool> isInScope)
    {
        var indexPath = Path.Combine(directory, TreeIndex.FileName);
        var before = File.Exists(indexPath) ? TreeIndex.Read(File.ReadAllText(indexPath)) : new HashSet<string>();
        var stale = before.Where(p => !files.ContainsKey(p) && isInScope(p)).Order(StringComparer.Ordinal).ToArray();
        var index = TreeIndex.Write(before.Except(stale).Union(files.Keys));
        return
        [
            .. files.Append(new(TreeIndex.FileName, index)).Where(f => !IsSame(Path.Combine(directory, f.Key), f.Value)).Select(f => new TreeChange(f.Key, f.Value)),
            .. stale.Where(p => File.Exists(Path.Combine(directory, p))).Select(p => new TreeChange(p, null)),
        ];
    }

    private static bool IsSame(string path, string text) => File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(Utf8.GetBytes(text));

    private static void Check(string directory)
    {
        for (var path = Path.GetFullPath(directory); path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                throw new IOException($"'{path}' is a file. Give a directory.");
            }
        }
    }

    private static void Apply(string directory, IReadOnlyList<TreeChange> changes)
    {
        using var undo = new FileUndo();
        undo.CreateDirectory(directory);
        var beside = Path.Combine(directory, $".publishing-{Path.GetRandomFileName()}");
        undo.CreateTemporary(beside);
        foreach (var change in changes.Where(c => c.Text is not null))
        {
            var path = Path.Combine(beside, "new", change.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, change.Text, Utf8);
        }

        foreach (var change in changes)
        {
            var path = Path.Combine(directory, change.Path);
            undo.Take(path, Path.Combine(beside, "old", change.Path));
            if (change.Text is not null)
            {
                undo.CreateDirectory(Path.GetDirectoryName(path)!);
                undo.Place(Path.Combine(beside, "new", change.Path), path);
            }
        }

        undo.Keep();
        RemoveEmptyDirectories(directory, changes.Where(c => c.Text is null));
    }

    private static void RemoveEmptyDirectories(string directory, IEnumerable<TreeChange> removed)
    {
        foreach (var change in removed)
        {
            for (var path = Path.GetDirectoryName(change.Path); !string.IsNullOrEmpty(path); path = Path.GetDirectoryName(path))
            {
                var full = Path.Combine(directory, path);
                if (Directory.Exists(full) && !Directory.EnumerateFileSystemEntries(full).Any())
                {
                    Directory.Delete(full);
                }
            }
        }
    }
}
