using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a health check said last.</summary>
/// <param name="Name">The check's key.</param>
/// <param name="Status">Its answer; null until there is one.</param>
/// <param name="Description">What it said.</param>
/// <param name="ExceptionText">The exception behind it.</param>
[DebuggerDisplay("{Status}", Name = "{Name}")]
public sealed record HealthReportSnapshot(string Name, HealthStatus? Status, string? Description, string? ExceptionText)
{
    /// <summary>When it was asked last (UTC).</summary>
    public DateTime? LastRunAt { get; init; }
}
