using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Listening.PocketSphinx;

namespace VoiceAssist.Worker.Tests.Listening.PocketSphinx;

/// <summary>One engine for the tests of a class; they are skipped where PocketSphinx is missing.</summary>
public sealed class SharedEngine : IAsyncDisposable
{
    private readonly Lazy<PocketSphinxTranscriber> _transcriber = new(() => new PocketSphinxTranscriber(
        Options.Create(new SpeechOptions { PocketSphinx = { CommandDecoders = 2 } }), NullLogger<PocketSphinxTranscriber>.Instance));

    internal PocketSphinxTranscriber Transcriber
    {
        get
        {
            Assert.SkipWhen(PocketSphinxTranscriber.FindMissing(new PocketSphinxOptions()) is not null, "PocketSphinx is not installed");
            return _transcriber.Value;
        }
    }

    internal Task<string> HearAsync(Recording recording, TranscriptionMode mode = TranscriptionMode.Grammar) =>
        Transcriber.TranscribeAsync(recording, mode, language: null, TestContext.Current.CancellationToken);

    internal Task<string> HearAsync(byte[] recording, TranscriptionMode mode = TranscriptionMode.Grammar) => HearAsync(Recording.Read(recording), mode);

    public async ValueTask DisposeAsync()
    {
        if (_transcriber.IsValueCreated)
        {
            await _transcriber.Value.DisposeAsync();
        }
    }
}
