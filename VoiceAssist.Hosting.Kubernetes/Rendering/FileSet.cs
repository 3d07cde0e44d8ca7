using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>The files of a tree: relative path, with <c>/</c>, to text. Sorted by path.</summary>
internal sealed class FileSet
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Files => _files;

    /// <exception cref="InvalidOperationException">There is a file of that path already, or the path leads out of the tree.</exception>
    public void Add(string path, string text)
    {
        if (path.Split('/').Any(p => p is "" or "." or "..") || path.Contains('\\', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The file '{path}' is not in the tree. Allowed: names separated by '/', without '..'.");
        }

        if (!_files.TryAdd(path, text))
        {
            throw new InvalidOperationException($"The file '{path}' is written twice: two policies name the same file.");
        }
    }

    /// <summary>Adds a file for people, with the header and a line that says what it is.</summary>
    public void Add(string path, string about, IEnumerable<MapNode> documents)
    {
        var all = documents.ToArray();
        Add(path, $"# {TreeLayout.Header}\n{Comment(about)}{YamlWriter.Write(all, YamlStyle.Readable)}");
    }

    private static string Comment(string text) => text.Length == 0 ? "" : $"# {text.Replace("\n", "\n# ", StringComparison.Ordinal)}\n";
}
