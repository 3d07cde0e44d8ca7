using VoiceAssist.Contracts;
using VoiceAssist.Worker.Listening;

namespace VoiceAssist.Worker.Tests.Transcriptions;

/// <summary>Always hears the same, or always fails.</summary>
internal sealed class Listener(string transcript, Exception? problem = null) : ITranscriber
{
    public string Name => "listener";

    public (TranscriptionMode Mode, string? Language)? Asked { get; private set; }

    public Task<string> TranscribeAsync(Recording recording, TranscriptionMode mode, string? language, CancellationToken cancellationToken)
    {
        Asked = (mode, language);
        return problem is null ? Task.FromResult(transcript) : Task.FromException<string>(problem);
    }
}
