using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;
using YamlDotNet.Core;

namespace VoiceAssist.Hosting.Kubernetes.Aspirate;

/// <summary>Reads files of a base and collects what is wrong with them, so that one message names all of it.</summary>
/// <param name="directory">The base's directory.</param>
internal sealed class AspirateFiles(string directory)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Report(string problem) => _problems.Add(problem);

    public bool IsDirectory(string path) => Directory.Exists(Path.Combine(directory, path));

    public bool IsFile(string path) => File.Exists(Path.Combine(directory, path));

    /// <summary>The documents of a file; none when it is missing or not YAML.</summary>
    public IReadOnlyList<MapNode> Read(string path)
    {
        if (!IsFile(path))
        {
            Report($"{path} is missing");
            return [];
        }

        try
        {
            return YamlReader.Read(File.ReadAllText(Path.Combine(directory, path)));
        }
        catch (YamlException error)
        {
            Report($"{path}, line {error.Start.Line}: {error.Message} aspirate writes values without quotes, so Kustomize cannot read this file either");
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Report($"{path}: {error.Message}");
        }

        return [];
    }

    /// <summary>The documents of a file that are Kubernetes objects.</summary>
    public IReadOnlyList<MapNode> Objects(string path)
    {
        var documents = Read(path);
        foreach (var _ in documents.Where(d => !IsObject(d)))
        {
            Report($"{path} holds a document without apiVersion, kind or name");
        }

        return [.. documents.Where(IsObject)];
    }

    /// <summary>A list of texts in a file's document.</summary>
    public IReadOnlyList<string> Texts(string path, MapNode document, string key)
    {
        var texts = new List<string>();
        foreach (var item in (document[key] as ListNode)?.Items ?? [])
        {
            if (item is ScalarNode scalar)
            {
                texts.Add(scalar.Text);
            }
            else
            {
                // The item is not quoted: it may hold a secret.
                Report($"{path}: an item of {key} is not a text but a map, beginning with '{Beginning(item)}': aspirate does not quote a value with ': ' in it, and Kustomize refuses the file");
            }
        }

        return texts;
    }

    private static bool IsObject(MapNode document) => document.Text("apiVersion") is not null && document.Text("kind") is not null && document.Map("metadata")?.Text("name") is not null;

    private static string Beginning(Node item) => item is MapNode { Count: > 0 } map ? map.First().Key.Split('=')[0] : "";
}
