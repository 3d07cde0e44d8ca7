namespace VoiceAssist.Jobs.Store;

/// <summary>A file that a job carries.</summary>
/// <param name="Name">One of <see cref="Contracts.JobFileNames"/>.</param>
/// <param name="ContentType">Its media type, for example <c>audio/wav</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record JobFile(string Name, string ContentType, byte[] Content);
