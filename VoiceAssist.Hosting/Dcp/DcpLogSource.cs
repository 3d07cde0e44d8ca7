namespace Aspire.Hosting.Dcp;

/// <summary>Where a line of a workload's log comes from.</summary>
internal enum DcpLogSource
{
    StandardOutput,
    StandardError,

    /// <summary>Output of the container runtime's command while it pulls and creates.</summary>
    StartupOutput,

    /// <summary>Errors of the container runtime's command while it pulls and creates.</summary>
    StartupError,

    /// <summary>DCP's own messages about the workload, such as the reason why it failed to start.</summary>
    System,
}
