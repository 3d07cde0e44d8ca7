namespace VoiceAssist.Jobs.Submission;

/// <summary>The client's own name for a request.</summary>
/// <param name="Client">Who asks: the id of its API key. Keys of two clients never meet.</param>
/// <param name="Key">What the client sent. It is remembered as long as the job is kept.</param>
public sealed record IdempotencyKey(string Client, string Key);
