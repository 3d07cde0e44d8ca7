namespace VoiceAssist.Tests;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The folder of the published tree that is committed.</summary>
    public static string Tree { get; } = Path.Combine(Root, "k8s", "performance");

    private static string Above(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "VoiceAssist.sln"))
            ? directory.FullName
            : Above(directory.Parent ?? throw new DirectoryNotFoundException($"There is no VoiceAssist.sln above {AppContext.BaseDirectory}."));
}
