namespace VoiceAssist.Cli.Setup;

/// <summary>How setup is to go about it.</summary>
internal sealed record SetupOptions
{
    /// <summary>Ask nothing.</summary>
    public bool Yes { get; init; }

    /// <summary>Only say what would change.</summary>
    public bool DryRun { get; init; }

    /// <summary>Take fields over from other managers.</summary>
    public bool Force { get; init; }

    /// <summary>Also install Metrics Server where nothing serves its API.</summary>
    public bool WithMetricsServer { get; init; }

    /// <summary>How long the rollouts may take; zero does not wait.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(10);
}
