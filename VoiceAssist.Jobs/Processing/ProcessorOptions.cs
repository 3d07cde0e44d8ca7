using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Processing;

/// <summary>How this process works on jobs. Each property can be set under <c>Jobs</c> in the configuration.</summary>
public sealed class ProcessorOptions
{
    internal const string Section = "Jobs";

    /// <summary>How many jobs run at a time.</summary>
    /// <value>8.</value>
    public int Concurrency { get; set; } = 8;

    /// <summary>How long a job stays this process' own without a heartbeat, which comes at half that time.</summary>
    /// <value>30 s.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many runs of a job may end with their worker before it is given up: perhaps the job is what kills them.</summary>
    /// <value>5.</value>
    public int MaxCrashes { get; set; } = 5;

    /// <summary>How long running jobs may take after SIGTERM before they are handed back.</summary>
    /// <value>20 s.</value>
    public TimeSpan FinishBudget { get; set; } = ShutdownBudget.InFlight;
}
