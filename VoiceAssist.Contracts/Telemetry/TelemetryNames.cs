namespace VoiceAssist.Contracts;

/// <summary>Names under which the workloads write traces and metrics of their own.</summary>
public static class TelemetryNames
{
    /// <summary>The <c>ActivitySource</c> and the <c>Meter</c> of everything that concerns jobs.</summary>
    public const string Jobs = "VoiceAssist.Jobs";
}
