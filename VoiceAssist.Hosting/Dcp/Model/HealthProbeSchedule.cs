namespace Aspire.Hosting.Dcp.Model;

/// <summary>When a probe runs; durations are Go strings such as <c>1s</c> or <c>500ms</c>.</summary>
internal sealed record HealthProbeSchedule
{
    /// <summary><c>Continuous</c> or <c>UntilSuccess</c>.</summary>
    public string? Kind { get; init; }

    public required string Interval { get; init; }

    public string? Timeout { get; init; }

    public string? InitialDelay { get; init; }
}
