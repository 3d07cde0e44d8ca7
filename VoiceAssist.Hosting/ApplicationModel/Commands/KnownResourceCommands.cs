namespace Aspire.Hosting.ApplicationModel;

/// <summary>The names of the commands that the host itself adds.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts a resource that does not run.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stops a running resource.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stops and starts a running resource.</summary>
    public static readonly string RestartCommand = "restart";
}
