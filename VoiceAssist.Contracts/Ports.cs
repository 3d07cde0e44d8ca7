namespace VoiceAssist.Contracts;

/// <summary>Container ports in published manifests. Locally every port is the orchestrator's choice.</summary>
public static class Ports
{
    public const int Server = 8000;

    /// <summary>The worker listens for probes and scrapes only.</summary>
    public const int Worker = 8080;

    public const int Postgres = 5432;
    public const int Redis = 6379;
}
