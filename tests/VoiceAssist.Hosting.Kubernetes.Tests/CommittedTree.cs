namespace VoiceAssist.Hosting.Kubernetes.Tests;

/// <summary>The published tree that is committed.</summary>
internal static class CommittedTree
{
    /// <summary>Relative path to text.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Directory.EnumerateFiles(Repository.Tree, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Repository.Tree, file).Replace('\\', '/'), File.ReadAllText);
}
