namespace VoiceAssist.Cli.Cluster;

/// <summary>How a kind is addressed.</summary>
internal sealed record ApiKind(string GroupVersion, string Kind, string Plural, bool IsNamespaced)
{
    public string Group => GroupVersion.Contains('/', StringComparison.Ordinal) ? GroupVersion.Split('/')[0] : "";

    /// <summary>The path of all objects, or of those of a namespace.</summary>
    public string ListPath(string space) =>
        (Group.Length == 0 ? $"/api/{GroupVersion}/" : $"/apis/{GroupVersion}/") + (IsNamespaced && space.Length > 0 ? $"namespaces/{space}/" : "") + Plural;

    public string ObjectPath(string space, string name) => $"{ListPath(space)}/{name}";
}
