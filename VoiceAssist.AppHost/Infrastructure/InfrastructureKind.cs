namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>What Postgres and Redis run as.</summary>
internal enum InfrastructureKind
{
    /// <summary>Containers, as in a cluster.</summary>
    Containers,

    /// <summary>Processes on this machine, out of the acquired local runtime.</summary>
    Embedded,
}
