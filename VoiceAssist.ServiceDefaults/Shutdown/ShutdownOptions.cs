namespace VoiceAssist.ServiceDefaults.Shutdown;

/// <summary>How this process stops. <see cref="Contracts.SettingNames.DrainDelay"/> and <see cref="Contracts.SettingNames.InFlight"/> set it.</summary>
public sealed class ShutdownOptions
{
    /// <summary>How long to keep serving, unready, after SIGTERM.</summary>
    /// <value>5 s for a web app, 0 for a worker and in Development.</value>
    public required TimeSpan DrainDelay { get; init; }

    /// <summary>How long requests and jobs in flight may then take to finish.</summary>
    /// <value>20 s, in Development 2 s.</value>
    public required TimeSpan InFlight { get; init; }
}
