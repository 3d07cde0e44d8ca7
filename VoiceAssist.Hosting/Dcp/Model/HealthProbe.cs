namespace Aspire.Hosting.Dcp.Model;

/// <summary>A probe that DCP itself runs against a workload.</summary>
internal sealed record HealthProbe
{
    public required string Name { get; init; }

    /// <summary><c>HTTP</c>, <c>Executable</c> or <c>ContainerExec</c>.</summary>
    public required string Type { get; init; }

    public HttpProbe? HttpProbe { get; init; }

    public ExecutableProbe? ExecutableProbe { get; init; }

    public required HealthProbeSchedule Schedule { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
