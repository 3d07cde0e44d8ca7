namespace VoiceAssist.Jobs.Store;

/// <summary>A job that waits, as the queue holds it.</summary>
/// <param name="Id">The job.</param>
/// <param name="DueAt">Not to run before; the queue's order.</param>
public readonly record struct WaitingJob(Guid Id, DateTimeOffset DueAt);
