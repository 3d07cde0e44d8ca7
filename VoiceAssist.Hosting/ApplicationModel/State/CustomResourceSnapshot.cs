using System.Collections.Immutable;
using System.Diagnostics;
using Status = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of a resource's instance at a moment.</summary>
[DebuggerDisplay("{ResourceType,nq} {State?.Text,nq} {HealthStatus}")]
public sealed record CustomResourceSnapshot
{
    private readonly ImmutableArray<HealthReportSnapshot> _healthReports = [];
    private readonly ResourceStateSnapshot? _state;

    /// <summary><c>Project</c>, <c>Container</c>, <c>Executable</c>, <c>Parameter</c>, <c>ConnectionString</c> or a word of one's own.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The properties shown with the resource.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>When the resource was created.</summary>
    public DateTime? CreationTimeStamp { get; init; }

    /// <summary>When it was last started.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>When it last ended.</summary>
    public DateTime? StopTimeStamp { get; init; }

    /// <summary>Its state; mostly one of <see cref="KnownResourceStates"/>.</summary>
    public ResourceStateSnapshot? State
    {
        get => _state;
        init
        {
            _state = value;
            HealthStatus = ComputeHealthStatus(_healthReports, value?.Text);
        }
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Its health as <see cref="HealthReports"/> and <see cref="State"/> say; null unless it runs.</summary>
    public Status? HealthStatus { get; private set; }

    /// <summary>One report per health check; a resource without any is healthy as soon as it runs.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports
    {
        get => _healthReports;
        internal init
        {
            _healthReports = value;
            HealthStatus = ComputeHealthStatus(value, State?.Text);
        }
    }

    /// <summary>Its environment variables.</summary>
    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    /// <summary>Its URLs.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>Its volumes and bind mounts.</summary>
    public ImmutableArray<VolumeSnapshot> Volumes { get; init; } = [];

    /// <summary>Its commands.</summary>
    public ImmutableArray<ResourceCommandSnapshot> Commands { get; init; } = [];

    /// <summary>How it relates to other resources.</summary>
    public ImmutableArray<RelationshipSnapshot> Relationships { get; init; } = [];

    /// <summary>Whether the dashboard leaves it out.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The icon's name in the Fluent UI icon set; null for the type's own.</summary>
    public string? IconName { get; init; }

    /// <summary>The icon's look.</summary>
    public IconVariant? IconVariant { get; init; }

    internal static Status? ComputeHealthStatus(ImmutableArray<HealthReportSnapshot> reports, string? state)
    {
        if (state != KnownResourceStates.Running)
        {
            return null;
        }

        var worst = Status.Healthy;
        foreach (var report in reports)
        {
            // A check that has not answered yet counts as unhealthy; the worse status is the smaller value.
            var status = report.Status ?? Status.Unhealthy;
            worst = status < worst ? status : worst;
        }

        return worst;
    }
}
