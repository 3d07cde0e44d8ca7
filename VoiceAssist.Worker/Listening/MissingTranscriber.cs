using VoiceAssist.Contracts;

namespace VoiceAssist.Worker.Listening;

/// <summary>Stands where no engine is: every recording is refused with what to do about it.</summary>
internal sealed class MissingTranscriber(DetectedEngine detected) : ITranscriber
{
    public string Name => detected.Name;

    public Task<string> TranscribeAsync(Recording recording, TranscriptionMode mode, string? language, CancellationToken cancellationToken) =>
        throw new EngineMissingException(detected.Missing!);
}
