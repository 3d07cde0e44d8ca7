namespace VoiceAssist.Contracts;

/// <summary>Result of a <see cref="JobKinds.Transcription"/> job.</summary>
/// <param name="Transcript">What was heard; empty for silence and noise.</param>
/// <param name="Engine">Which engine heard it, for example <c>pocketsphinx</c>.</param>
/// <param name="Intent">As in <see cref="CommandResult"/>.</param>
/// <param name="Slots">As in <see cref="CommandResult"/>.</param>
/// <param name="Answer">What the assistant says.</param>
public sealed record TranscriptionResult(
    string Transcript, string Engine, string Intent, IReadOnlyDictionary<string, string> Slots, string Answer);
