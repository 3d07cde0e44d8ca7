namespace VoiceAssist.Jobs.Queue;

/// <summary>A job out of the queue, with its place in case it has to go back.</summary>
internal readonly record struct TakenJob(Guid Id, double Score);
