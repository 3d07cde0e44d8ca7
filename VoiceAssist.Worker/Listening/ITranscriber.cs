using VoiceAssist.Contracts;

namespace VoiceAssist.Worker.Listening;

/// <summary>An engine that turns speech into text. One instance serves several callers at a time.</summary>
internal interface ITranscriber
{
    /// <summary>What clients and operators call it, for example <c>pocketsphinx</c>.</summary>
    string Name { get; }

    /// <returns>What was said; empty for silence and noise.</returns>
    /// <exception cref="UnfitRecordingException">The engine cannot take this recording, in this mode or language, whenever it is tried.</exception>
    /// <exception cref="EngineMissingException">Something has to be installed first.</exception>
    Task<string> TranscribeAsync(Recording recording, TranscriptionMode mode, string? language, CancellationToken cancellationToken);
}
