namespace Aspire.Hosting.Dcp.Model;

/// <summary>Values of <see cref="ExecutableStatus.State"/>.</summary>
internal static class ExecutableStates
{
    /// <summary>Just created, or created with <c>start: false</c>.</summary>
    public const string Created = "";
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string Stopping = "Stopping";
    /// <summary>Ended by itself (real exit code) or after a stop (-1).</summary>
    public const string Finished = "Finished";
    /// <summary>Killed because the object was deleted.</summary>
    public const string Terminated = "Terminated";
    /// <summary>The reason is only in the <c>system</c> log.</summary>
    public const string FailedToStart = "FailedToStart";
    public const string Unknown = "Unknown";
}
