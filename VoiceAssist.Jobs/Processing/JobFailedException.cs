namespace VoiceAssist.Jobs.Processing;

/// <summary>
/// A job cannot be done, however often it is tried. The message becomes the job's reason, which clients read:
/// no internal detail belongs into it.
/// </summary>
public sealed class JobFailedException(string reason) : Exception(reason);
