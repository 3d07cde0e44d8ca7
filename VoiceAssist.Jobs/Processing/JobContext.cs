namespace VoiceAssist.Jobs.Processing;

/// <summary>What a handler gets to know about its job.</summary>
/// <param name="Id">The job.</param>
/// <param name="Payload">JSON text in the kind's own shape.</param>
/// <param name="Attempt">The run's number, 1 for the first.</param>
public sealed record JobContext(Guid Id, string Payload, int Attempt);
