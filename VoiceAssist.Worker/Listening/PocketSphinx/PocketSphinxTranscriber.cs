using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Worker.Listening.Phrases;
using VoiceAssist.Worker.Listening.Sampling;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>
/// Speech to text on this machine, in English. Commands are heard with a grammar and compared with a search that knows only phones:
/// where the phones fit far better, something else was said.
/// </summary>
internal sealed class PocketSphinxTranscriber : ITranscriber, IAsyncDisposable
{
    /// <summary>A command is said in one breath; the limit also bounds how long a decoder is busy.</summary>
    public static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(30);

    /// <summary>Dictation takes about a fifth of its time, so this stays well within a job's time limit.</summary>
    public static readonly TimeSpan LongestDictation = TimeSpan.FromMinutes(3);

    private readonly PocketSphinxOptions _options;
    private readonly ILogger _logger;
    private readonly DecoderPool _commands;
    private readonly DecoderPool? _dictation;

    /// <summary>Begins to make the decoders.</summary>
    public PocketSphinxTranscriber(IOptions<SpeechOptions> options, ILogger<PocketSphinxTranscriber> logger)
    {
        (_options, _logger) = (options.Value.PocketSphinx, logger);
        var model = new PocketSphinxModel(_options.ModelFolder);
        var names = options.Value.Vocabulary;
        var grammar = new Lazy<CommandGrammar>(() => Grammar(names, PronouncingDictionary.Load(model.Dictionary)));
        _commands = new DecoderPool(_options.CommandDecoders, () => Decoder.ForCommands(model, grammar.Value));
        _dictation = _options.DictationDecoders == 0 ? null : new DecoderPool(_options.DictationDecoders, () => Decoder.ForDictation(model));
    }

    public string Name => SpeechEngines.PocketSphinx;

    /// <summary>Done when the decoders are there.</summary>
    public Task Ready => Task.WhenAll(_commands.Ready, _dictation?.Ready ?? Task.CompletedTask);

    /// <returns>What is not there of what it needs, as part of a sentence that clients may read, or null.</returns>
    public static string? FindMissing(PocketSphinxOptions options)
    {
        foreach (var library in new[] { PocketSphinxLibrary.BaseFileName, PocketSphinxLibrary.FileName })
        {
            if (!NativeLibrary.TryLoad(library, out _))
            {
                return $"the library {library}";
            }
        }

        return new PocketSphinxModel(options.ModelFolder).FindMissing() is { } file ? $"the file '{file}' in Speech__PocketSphinx__ModelFolder" : null;
    }

    public Task<string> TranscribeAsync(Recording recording, TranscriptionMode mode, string? language, CancellationToken cancellationToken)
    {
        if (language is not null && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnfitRecordingException($"The speech engine '{Name}' hears English only, but the language is '{language}'.");
        }

        return mode == TranscriptionMode.Grammar
            ? HearCommandAsync(recording, cancellationToken)
            : HearDictationAsync(recording, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _commands.DisposeAsync();
        if (_dictation is not null)
        {
            await _dictation.DisposeAsync();
        }
    }

    private Task<string> HearCommandAsync(Recording recording, CancellationToken cancellationToken)
    {
        RequireDuration(recording, LongestCommand, "a command");
        return _commands.RunAsync(decoder =>
        {
            var samples = recording.SamplesAt(Decoder.SampleRate);
            var heard = decoder.HearCommand(samples);
            if (heard.Text.Length == 0)
            {
                return "";
            }

            var misfit = decoder.HearPhones(samples).ScorePerFrame - heard.ScorePerFrame;
            _logger.LogDebug("Heard a command with misfit {Misfit:0.0}", misfit);
            return misfit <= _options.MaxMisfit ? heard.Text : "";
        }, cancellationToken);
    }

    private Task<string> HearDictationAsync(Recording recording, CancellationToken cancellationToken)
    {
        if (_dictation is null)
        {
            throw new UnfitRecordingException("Dictation is switched off on the worker: set Speech__PocketSphinx__DictationDecoders to 1 or more.");
        }

        RequireDuration(recording, LongestDictation, "dictation");
        return _dictation.RunAsync(decoder =>
        {
            var texts = new List<string>();
            var samples = recording.SamplesAt(Decoder.SampleRate);
            foreach (var piece in Pauses.Cut(samples, Decoder.SampleRate))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var part = samples.AsSpan(piece);

                // The search finds words in noise, too.
                if (Voicing.IsIn(part, Decoder.SampleRate) && decoder.HearDictation(part).Text is { Length: > 0 } text)
                {
                    texts.Add(text);
                }
            }

            return string.Join(' ', texts);
        }, cancellationToken);
    }

    private CommandGrammar Grammar(Vocabulary names, PronouncingDictionary dictionary)
    {
        var jsgf = SpokenCommands.ToJsgf(SpokenCommands.Of(names.Complete(IsKnown)));
        return new CommandGrammar(jsgf, dictionary.Of(jsgf));

        bool IsKnown(string name)
        {
            var unknown = name.Split(' ').FirstOrDefault(word => !dictionary.Knows(word));
            if (unknown is not null)
            {
                _logger.LogWarning("'{Name}' in Speech:Vocabulary is left out: the dictionary does not know how '{Word}' is spoken", name, unknown);
            }

            return unknown is null;
        }
    }

    private static void RequireDuration(Recording recording, TimeSpan longest, string what)
    {
        if (recording.Duration > longest)
        {
            throw new UnfitRecordingException(
                $"The recording is {recording.Duration.TotalSeconds:0.0} s long, but {what} may take {longest.TotalSeconds:0} s at most.");
        }
    }
}
