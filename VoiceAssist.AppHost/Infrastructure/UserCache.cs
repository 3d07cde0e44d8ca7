namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Where the local runtime and its data live, outside the checkout. The same places as in eng/LocalRuntime.targets.</summary>
internal static class UserCache
{
    /// <summary>
    /// VOICEASSIST_CACHE, or <c>/var/cache/voiceassist</c> for root (whose home the unprivileged Postgres could not enter), or
    /// <c>voiceassist</c> in XDG_CACHE_HOME or <c>~/.cache</c>.
    /// </summary>
    public static string Directory =>
        Environment.GetEnvironmentVariable("VOICEASSIST_CACHE") is { Length: > 0 } chosen ? Path.GetFullPath(chosen)
        : !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? "/var/cache/voiceassist"
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "voiceassist");
}
