namespace Aspire.Hosting.Dcp;

/// <summary>How to start DCP.</summary>
internal sealed record DcpOptions
{
    /// <summary>The dcp program, see <see cref="DcpLocator"/>.</summary>
    public required string DcpPath { get; init; }

    /// <summary><c>docker</c> or <c>podman</c>; absent: DCP's own default.</summary>
    public string? ContainerRuntime { get; init; }

    /// <summary>Where the session directory is made. Keep it short: sockets below it have a limit of about 100 characters.</summary>
    /// <value>The directory for temporary files.</value>
    public string SessionParent { get; init; } = Path.GetTempPath();

    /// <summary>The process that DCP ends with, even if that is killed.</summary>
    /// <value>This process.</value>
    public int MonitorPid { get; init; } = System.Environment.ProcessId;

    /// <summary>Environment that DCP, and through it every executable, starts with.</summary>
    /// <value>Absent: that of this process.</value>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>How much DCP writes into <see cref="DiagnosticsLogFolder"/>: <c>debug</c>, <c>info</c> or <c>error</c>.</summary>
    public string? DiagnosticsLogLevel { get; init; }

    /// <summary>A directory for JSON-line logs of each DCP process. Nobody cleans it up.</summary>
    public string? DiagnosticsLogFolder { get; init; }

    /// <summary>Time from the launch to a ready API server.</summary>
    /// <value>30 s; with the certificate that we hand over it takes about 0.15 s.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
