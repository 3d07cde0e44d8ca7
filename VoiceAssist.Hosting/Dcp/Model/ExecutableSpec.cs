namespace Aspire.Hosting.Dcp.Model;

/// <summary>What to run as a process on this machine.</summary>
internal sealed record ExecutableSpec
{
    /// <summary>Absolute, or a name that is looked up on DCP's PATH.</summary>
    public required string ExecutablePath { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>May hold templates, see <see cref="DcpTemplate"/>.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<EnvVar>? Env { get; init; }

    public IReadOnlyList<string>? EnvFiles { get; init; }

    /// <summary><c>Process</c> or <c>IDE</c>.</summary>
    public string? ExecutionType { get; init; }

    public IReadOnlyList<string>? FallbackExecutionTypes { get; init; }

    public IReadOnlyList<HealthProbe>? HealthProbes { get; init; }

    /// <summary><c>false</c> creates the object without starting it; absent means true.</summary>
    public bool? Start { get; init; }

    /// <summary><c>true</c> stops the process; DCP refuses to unset it again.</summary>
    public bool? Stop { get; init; }

    public AmbientEnvironment? AmbientEnvironment { get; init; }

    public bool? Persistent { get; init; }

    public string? Mode { get; init; }

    public long? MonitorPid { get; init; }

    public DateTimeOffset? MonitorTimestamp { get; init; }

    public string? LifecycleKey { get; init; }

    public ExecutablePemCertificates? PemCertificates { get; init; }

    public TerminalSpec? Terminal { get; init; }
}
