namespace Aspire.Hosting.Dcp.Model;

/// <summary>The latest outcome of one probe.</summary>
internal sealed record HealthProbeResult
{
    public string? ProbeName { get; init; }

    /// <summary><c>Success</c>, <c>Failure</c> or <c>Unknown</c>.</summary>
    public string? Outcome { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? Reason { get; init; }
}
