namespace VoiceAssist.Contracts;

/// <summary>One step in a job's history.</summary>
/// <param name="Sequence">1 for the first, without a gap.</param>
/// <param name="At">When, UTC.</param>
/// <param name="State">Where the job stood from then on.</param>
/// <param name="Attempt">The run that had begun last, 0 before the first.</param>
/// <param name="Detail">Why, where the state alone does not say it; fit for clients to read.</param>
public sealed record JobEvent(int Sequence, DateTimeOffset At, JobState State, int Attempt, string? Detail);
