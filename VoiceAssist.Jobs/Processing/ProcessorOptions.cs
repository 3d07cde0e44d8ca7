using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Processing;

/// <summary>How this process works on jobs.</summary>
public sealed class ProcessorOptions
{
    /// <summary>How many jobs run at a time.</summary>
    /// <value>8.</value>
    public int Concurrency { get; set; } = 8;

    /// <summary>How long running jobs may take after SIGTERM before they are handed back.</summary>
    /// <value>20 s.</value>
    public TimeSpan FinishBudget { get; set; } = ShutdownBudget.InFlight;
}
