namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>A directory that everyone may enter, gone with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    // An unprivileged Postgres has its data below.
    private const UnixFileMode Enter = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <param name="isWritableByAll">Whether everyone may write in it, too.</param>
    public TemporaryDirectory(bool isWritableByAll = false)
    {
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, isWritableByAll ? Enter | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite : Enter);
        }
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"voiceassist-apphost-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
