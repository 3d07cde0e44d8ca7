using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>A job whose worker has died.</summary>
/// <param name="Waiting">Its place in the queue.</param>
/// <param name="Kind">As it was submitted.</param>
/// <param name="State">Waiting again; failed after too many crashes; cancelled when its client had called it off.</param>
internal readonly record struct RecoveredJob(WaitingJob Waiting, string Kind, JobState State);
