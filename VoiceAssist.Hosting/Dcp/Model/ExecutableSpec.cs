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

    /// <summary>One of <see cref="ExecutionTypes"/>; absent means a process.</summary>
    public string? ExecutionType { get; init; }

    /// <summary><c>false</c> creates the object without starting it; absent means true.</summary>
    public bool? Start { get; init; }

    /// <summary><c>true</c> stops the process; DCP refuses to unset it again.</summary>
    public bool? Stop { get; init; }

    public bool? Persistent { get; init; }

    public string? Mode { get; init; }

    public long? MonitorPid { get; init; }

    public DateTimeOffset? MonitorTimestamp { get; init; }
}
