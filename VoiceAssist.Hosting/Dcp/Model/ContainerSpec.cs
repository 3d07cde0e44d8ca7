namespace Aspire.Hosting.Dcp.Model;

/// <summary>What to run as a container.</summary>
internal sealed record ContainerSpec
{
    /// <summary>Required unless <see cref="Build"/> is given.</summary>
    public string? Image { get; init; }

    /// <summary>Name in the container runtime.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The entry point, one string.</summary>
    public string? Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<EnvVar>? Env { get; init; }

    public IReadOnlyList<string>? EnvFiles { get; init; }

    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    public IReadOnlyList<ContainerNetworkAttachment>? Networks { get; init; }

    /// <summary><c>no</c>, <c>on-failure</c>, <c>unless-stopped</c> or <c>always</c>.</summary>
    public string? RestartPolicy { get; init; }

    /// <summary><c>always</c>, <c>missing</c> or <c>never</c>.</summary>
    public string? PullPolicy { get; init; }

    public IReadOnlyList<string>? RunArgs { get; init; }

    public IReadOnlyList<ContainerLabel>? Labels { get; init; }

    public bool? Persistent { get; init; }

    /// <summary><c>false</c> creates the object without starting it.</summary>
    public bool? Start { get; init; }

    /// <summary><c>true</c> stops the container; DCP refuses to unset it again.</summary>
    public bool? Stop { get; init; }

    public string? LifecycleKey { get; init; }

    public string? Mode { get; init; }

    public long? MonitorPid { get; init; }

    public DateTimeOffset? MonitorTimestamp { get; init; }

    public ContainerBuildContext? Build { get; init; }

    public IReadOnlyList<CreateFileSystem>? CreateFiles { get; init; }

    public ContainerPemCertificates? PemCertificates { get; init; }

    public IReadOnlyList<HealthProbe>? HealthProbes { get; init; }

    public TerminalSpec? Terminal { get; init; }
}
