using System.Collections;

namespace Aspire.Hosting.Dcp;

/// <summary>The environment that DCP starts with. Executables inherit it, so what is meant for this host alone has to go.</summary>
internal static class DcpEnvironment
{
    private static readonly string[] HostOnly =
        ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPIRE_LOGLEVEL"];

    /// <summary>
    /// Cleans what is inherited and adds what DCP has to know. Where HOME is missing or not usable one in the session directory
    /// takes its place: DCP panics without.
    /// </summary>
    public static Dictionary<string, string> Build(
        IReadOnlyDictionary<string, string> inherited, DcpSessionDirectory sessionDirectory, DcpOptions options, Func<string, bool> isHomeUsable)
    {
        var environment = new Dictionary<string, string>(inherited);
        foreach (var name in HostOnly)
        {
            environment.Remove(name);
        }

        environment["DCP_SESSION_FOLDER"] = sessionDirectory.Path;
        environment["DCP_LOG_SOCKET"] = sessionDirectory.LogSocketPath;
        if (!OperatingSystem.IsWindows() && !(environment.TryGetValue("HOME", out var home) && isHomeUsable(home)))
        {
            environment["HOME"] = sessionDirectory.HomePath;
            environment.Remove("XDG_CACHE_HOME");
        }

        SetIfGiven("DCP_DIAGNOSTICS_LOG_LEVEL", options.DiagnosticsLogLevel);
        SetIfGiven("DCP_DIAGNOSTICS_LOG_FOLDER", options.DiagnosticsLogFolder);
        return environment;

        void SetIfGiven(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                environment[name] = value;
            }
        }
    }

    public static Dictionary<string, string> OfThisProcess() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");

    /// <summary>Whether files can be made below a directory. Only trying tells: permission bits say little to root or on read-only mounts.</summary>
    public static bool IsWritableDirectory(string path)
    {
        if (!Directory.Exists(path))
        {
            return false;
        }

        try
        {
            var probe = Path.Combine(path, $".dcp-probe-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return true;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
