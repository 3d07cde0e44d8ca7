namespace Aspire.Hosting.Dcp;

/// <summary>
/// The private directory of one run: kubeconfig, key, log socket, the workloads' logs. DCP deletes it when it shuts down, also
/// after this host was killed.
/// </summary>
internal sealed class DcpSessionDirectory
{
    private const string Prefix = "aspire-dcp";

    private DcpSessionDirectory(string path) => Path = path;

    public string Path { get; }

    public string KubeconfigPath => In("kubeconfig");

    public string CertificatePath => In("server.crt");

    public string KeyPath => In("server.key");

    public string LogSocketPath => In("log.sock");

    public string HomePath => In("home");

    public bool Exists => Directory.Exists(Path);

    /// <summary>Makes a directory of a new name that only this user can enter (mode 700).</summary>
    public static DcpSessionDirectory Create(string parent)
    {
        var path = System.IO.Path.Combine(parent, $"{Prefix}-{Guid.NewGuid():N}"[..(Prefix.Length + 13)]);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(parent);
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.CreateDirectory(System.IO.Path.Combine(path, "home"));
        return new DcpSessionDirectory(path);
    }

    /// <summary>Deletes what DCP left; while DCP is deleting it too, files may vanish under our hands, which is fine.</summary>
    public void Delete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone already, or held by a process that is about to go; a directory below the temporary ones at worst.
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
