namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>Collects the comments of an object: the policy's own reason, or what the figure means where none was given.</summary>
internal sealed class CommentBook
{
    private readonly SortedDictionary<string, string> _comments = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> All => _comments;

    /// <param name="path">As <see cref="PlannedObject.Comments"/> has it.</param>
    /// <param name="because">The policy's reason.</param>
    /// <param name="meaning">What the figure means.</param>
    public CommentBook Say(string path, string? because, string meaning)
    {
        _comments[path] = string.IsNullOrWhiteSpace(because) ? meaning : because;
        return this;
    }
}
