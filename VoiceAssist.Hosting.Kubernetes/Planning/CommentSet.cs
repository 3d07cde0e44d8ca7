namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>The comments of an object, by YAML path.</summary>
internal sealed class CommentSet
{
    private readonly Dictionary<string, string> _comments = new(StringComparer.Ordinal);

    /// <summary>Adds a comment; without a text none.</summary>
    public void Add(string path, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _comments[path] = text;
        }
    }

    /// <summary>Adds another object's comments below a path.</summary>
    public void AddBelow(string path, CommentSet comments)
    {
        foreach (var (inner, text) in comments._comments)
        {
            Add($"{path}/{inner}", text);
        }
    }

    public IReadOnlyDictionary<string, string> ToDictionary() => _comments;
}
