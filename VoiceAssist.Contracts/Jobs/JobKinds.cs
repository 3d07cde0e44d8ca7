namespace VoiceAssist.Contracts;

/// <summary>What a job can ask for; each kind has one handler in the worker.</summary>
public static class JobKinds
{
    /// <summary>Understand a text command: <see cref="CommandPayload"/> in, <see cref="CommandResult"/> out.</summary>
    public const string Command = "command";

    /// <summary>
    /// Understand what was said: <see cref="TranscriptionPayload"/> and the file <see cref="JobFileNames.Audio"/> in,
    /// <see cref="TranscriptionResult"/> out.
    /// </summary>
    public const string Transcription = "transcription";
}
