namespace VoiceAssist.Jobs.Audio;

/// <summary>Bytes are not the audio that is taken here. The message says where, what stands there and what is allowed; it is fit for clients to read.</summary>
public sealed class InvalidAudioException(string message) : Exception(message);
