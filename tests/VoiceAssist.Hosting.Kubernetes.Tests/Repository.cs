namespace VoiceAssist.Hosting.Kubernetes.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The published tree that is committed: path to text.</summary>
    public static IReadOnlyDictionary<string, string> Tree()
    {
        var tree = Path.Combine(Root, "k8s", "performance");
        return Directory.EnumerateFiles(tree, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(tree, file).Replace('\\', '/'), File.ReadAllText);
    }

    private static string Above(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "VoiceAssist.sln")) ? directory.FullName : Above(directory.Parent!);
}
