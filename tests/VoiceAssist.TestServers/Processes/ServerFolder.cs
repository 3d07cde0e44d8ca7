namespace VoiceAssist.TestServers.Processes;

/// <summary>A server's folder. Who is killed leaves it behind; whoever makes the next one removes it.</summary>
internal sealed class ServerFolder : IDisposable
{
    private const string Prefix = "voiceassist-server-";
    private const string LockFile = "owner";

    /// <summary>From the folder to the lock on it takes no longer.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    // Held until this process ends, however it does.
    private readonly FileStream _lock;

    /// <param name="kind">Part of its name.</param>
    public ServerFolder(string kind)
    {
        RemoveLeft();
        Path = Directory.CreateTempSubdirectory($"{Prefix}{kind}-").FullName;
        _lock = new FileStream(System.IO.Path.Combine(Path, LockFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Path { get; }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static void RemoveLeft()
    {
        foreach (var folder in new DirectoryInfo(System.IO.Path.GetTempPath()).GetDirectories($"{Prefix}*"))
        {
            try
            {
                if (TimeProvider.System.GetUtcNow() - folder.CreationTimeUtc < Settled)
                {
                    continue;
                }

                using var owned = new FileStream(System.IO.Path.Combine(folder.FullName, LockFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody's, or somebody else is removing it.
            }
        }
    }
}
