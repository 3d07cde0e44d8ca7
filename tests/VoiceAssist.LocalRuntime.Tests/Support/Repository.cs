namespace VoiceAssist.LocalRuntime.Tests.Support;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The absolute path of a file of the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "VoiceAssist.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"There is no VoiceAssist.sln above {AppContext.BaseDirectory}.");
    }
}
