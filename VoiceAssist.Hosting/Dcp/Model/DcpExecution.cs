namespace Aspire.Hosting.Dcp.Model;

/// <summary>The document <see cref="DcpApi.ExecutionPath"/>.</summary>
internal sealed record DcpExecution
{
    public const string Running = "Running";
    public const string Stopping = "Stopping";
    public const string CleaningResources = "CleaningResources";
    public const string CleanupComplete = "CleanupComplete";

    public const string FullCleanup = "Full";

    public string? Status { get; init; }

    public string? ShutdownResourceCleanup { get; init; }
}
