using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>A job that waits, as the queue holds it.</summary>
/// <param name="Id">The job.</param>
/// <param name="Priority">Who goes first.</param>
/// <param name="DueAt">Not to run before; the order within a priority.</param>
public readonly record struct WaitingJob(Guid Id, JobPriority Priority, DateTimeOffset DueAt);
