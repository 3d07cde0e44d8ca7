using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Published;

/// <summary>Manifests that somebody else wrote: a file of YAML, or a folder of such files.</summary>
internal static class ManifestFiles
{
    private const int MostFiles = 1000;

    /// <summary>The objects of a file or of all <c>.yaml</c> and <c>.yml</c> files of a folder and the folders in it.</summary>
    /// <exception cref="UsageException">Nothing there, or not readable.</exception>
    public static IReadOnlyList<JsonObject> Read(string path, string folder)
    {
        var full = Path.GetFullPath(path, folder);
        if (File.Exists(full))
        {
            return YamlDocuments.ReadFile(full);
        }

        if (!Directory.Exists(full))
        {
            throw new UsageException($"-f: '{path}' does not exist.");
        }

        var files = Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            .Where(f => Path.GetFileName(f) != "kustomization.yaml")
            .Order(StringComparer.Ordinal).Take(MostFiles + 1).ToList();
        return files.Count switch
        {
            0 => throw new UsageException($"-f: '{path}' holds no .yaml file."),
            > MostFiles => throw new UsageException($"-f: '{path}' holds more than {MostFiles} files; name a folder of manifests."),
            _ => [.. files.SelectMany(YamlDocuments.ReadFile)],
        };
    }
}
