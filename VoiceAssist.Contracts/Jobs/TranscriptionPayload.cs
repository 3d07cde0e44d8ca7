namespace VoiceAssist.Contracts;

/// <summary>Payload of a <see cref="JobKinds.Transcription"/> job; the recording is its file <see cref="JobFileNames.Audio"/>.</summary>
/// <param name="Mode">What the recording is expected to hold.</param>
/// <param name="Language">BCP 47, for example <c>en-US</c>; absent for the engine's own.</param>
public sealed record TranscriptionPayload(TranscriptionMode Mode, string? Language = null);
