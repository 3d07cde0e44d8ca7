namespace VoiceAssist.Contracts;

/// <summary>
/// How long a workload may take to stop after SIGTERM, phase by phase.
/// The manifests' <c>terminationGracePeriodSeconds</c> is derived from <see cref="Total"/> and always larger.
/// </summary>
public static class ShutdownBudget
{
    /// <summary>
    /// The gateway answers 503 on <c>/ready</c> and keeps serving for so long, until no proxy sends it new requests.
    /// </summary>
    public static readonly TimeSpan DrainDelay = TimeSpan.FromSeconds(5);

    /// <summary>Requests and jobs in flight may take so long to finish before they are cut off or handed back.</summary>
    public static readonly TimeSpan InFlight = TimeSpan.FromSeconds(20);

    /// <summary>As <see cref="InFlight"/> on a developer's machine, where Ctrl+C must end everything within 5 s.</summary>
    public static readonly TimeSpan InFlightInDevelopment = TimeSpan.FromSeconds(2);

    /// <summary>For the last writes: ends of jobs, and jobs that are handed back.</summary>
    public static readonly TimeSpan HandBack = TimeSpan.FromSeconds(3);

    /// <summary>For telemetry that waits to be sent.</summary>
    public static readonly TimeSpan Telemetry = TimeSpan.FromSeconds(2);

    /// <summary>After everything in flight has ended.</summary>
    public static readonly TimeSpan Flush = HandBack + Telemetry;

    /// <summary>From SIGTERM to the end of the process at the latest.</summary>
    public static readonly TimeSpan Total = DrainDelay + InFlight + Flush;
}
