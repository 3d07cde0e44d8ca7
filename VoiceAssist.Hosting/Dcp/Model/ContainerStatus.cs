namespace Aspire.Hosting.Dcp.Model;

/// <summary>What became of a <see cref="Container"/>.</summary>
internal sealed record ContainerStatus
{
    /// <summary>One of <see cref="ContainerStates"/>.</summary>
    public string? State { get; init; }

    public string? ContainerId { get; init; }

    public string? ContainerName { get; init; }

    public DateTimeOffset? StartupTimestamp { get; init; }

    public DateTimeOffset? FinishTimestamp { get; init; }

    public int? ExitCode { get; init; }

    public IReadOnlyList<EnvVar>? EffectiveEnv { get; init; }

    public IReadOnlyList<string>? Networks { get; init; }

    /// <summary>Text of the container runtime's failing command.</summary>
    public string? Message { get; init; }
}
