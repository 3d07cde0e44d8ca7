namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("manifests-").FullName;

    /// <summary>Writes files below it.</summary>
    public TemporaryDirectory With(IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (path, text) in files)
        {
            var full = Full(path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        return this;
    }

    public string Full(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Relative path to text of every file below it.</summary>
    public SortedDictionary<string, string> Read() => new(
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
