namespace Aspire.Hosting.Dcp.Model;

/// <summary>What to run as a container.</summary>
internal sealed record ContainerSpec
{
    public required string Image { get; init; }

    /// <summary>Name in the container runtime.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The entry point, one string.</summary>
    public string? Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<EnvVar>? Env { get; init; }

    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    public IReadOnlyList<ContainerNetworkAttachment>? Networks { get; init; }

    public bool? Persistent { get; init; }

    /// <summary><c>false</c> creates the object without starting it.</summary>
    public bool? Start { get; init; }

    /// <summary><c>true</c> stops the container; DCP refuses to unset it again.</summary>
    public bool? Stop { get; init; }

    public string? Mode { get; init; }

    public long? MonitorPid { get; init; }

    public DateTimeOffset? MonitorTimestamp { get; init; }
}
