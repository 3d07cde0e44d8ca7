using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>Approved files beside the tests, one per published file, so that a reviewer sees a difference as one of YAML. APPROVE=1 approves what is.</summary>
internal static class Snapshots
{
    /// <summary>Compares files with the approved ones of a name.</summary>
    public static void Match(string name, IReadOnlyDictionary<string, string> files, [CallerFilePath] string source = "")
    {
        var directory = Path.Combine(Path.GetDirectoryName(source)!, "Approved", name);
        if (Environment.GetEnvironmentVariable("APPROVE") is { Length: > 0 })
        {
            if (Directory.Exists(directory))
            {
                Directory.Delete(directory, recursive: true);
            }

            foreach (var (path, text) in files)
            {
                var full = Path.Combine(directory, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }

            return;
        }

        string[] approved = Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/')).Order(StringComparer.Ordinal)]
            : [];
        Assert.Equal(approved, files.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, text) in files)
        {
            // A checkout may have other line ends; what is published never does.
            Assert.Equal(File.ReadAllText(Path.Combine(directory, path)).ReplaceLineEndings("\n"), text);
        }
    }
}
