using System.Runtime.InteropServices;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>One decoder with the searches it was made for. Not thread-safe.</summary>
internal sealed class Decoder : IDisposable
{
    /// <summary>In Hz; what the en-us model was trained with.</summary>
    public const int SampleRate = 16_000;

    private const string Commands = "commands";
    private const string Phones = "phones";
    private const string Dictation = "dictation";

    /// <summary>Narrow searches are enough for phones, whose language counts less than that of words.</summary>
    private static readonly (string Name, double ForWords, double ForPhones)[] Weights = [("-lw", 6.5, 2), ("-beam", 1e-48, 1e-20), ("-pbeam", 1e-48, 1e-20)];

    private readonly ConfigurationHandle _configuration;
    private readonly DecoderHandle _decoder;

    static Decoder() => PocketSphinxLibrary.LogTo(0);

    private Decoder(PocketSphinxModel model)
    {
        // The library skips the first argument, a program's name.
        string[] arguments = ["", "-hmm", model.Acoustics, "-dict", model.Dictionary, "-allphone_ci", "yes"];
        _configuration = PocketSphinxLibrary.Configure(0, PocketSphinxLibrary.Definitions(), arguments.Length, arguments, strict: 1);
        _decoder = _configuration.IsInvalid ? new DecoderHandle() : PocketSphinxLibrary.Create(_configuration);
        if (_decoder.IsInvalid)
        {
            Dispose();
            throw new InvalidOperationException($"PocketSphinx cannot load the model in '{model.Folder}'.");
        }
    }

    /// <returns>A decoder that hears commands, and can say whether what it hears is one.</returns>
    /// <param name="model">Where the model lies.</param>
    /// <param name="jsgf">The grammar, given whether a word is in the dictionary.</param>
    /// <exception cref="InvalidOperationException">The model cannot be loaded, or the grammar is refused.</exception>
    public static Decoder ForCommands(PocketSphinxModel model, Func<Func<string, bool>, string> jsgf) => Make(model, decoder =>
    {
        decoder.Weigh(phones: true);
        Require(PocketSphinxLibrary.AddPhones(decoder._decoder, Phones, model.Phones), $"cannot load '{model.Phones}'");
        decoder.Weigh(phones: false);
        Require(PocketSphinxLibrary.AddGrammar(decoder._decoder, Commands, jsgf(decoder.Knows)), "refuses the grammar of commands");
    });

    /// <returns>A decoder that writes down free speech.</returns>
    /// <exception cref="InvalidOperationException">The model cannot be loaded.</exception>
    public static Decoder ForDictation(PocketSphinxModel model) => Make(model, decoder =>
        Require(PocketSphinxLibrary.AddLanguage(decoder._decoder, Dictation, model.Language), $"cannot load '{model.Language}'"));

    /// <param name="samples">The whole utterance, one channel at <see cref="SampleRate"/>.</param>
    /// <returns>The command that fits best, whether one was spoken or not.</returns>
    public Hypothesis HearCommand(ReadOnlySpan<short> samples) => Hear(Commands, samples);

    /// <summary>As <see cref="HearCommand"/>, with phones in any order instead of words: as good a fit as there can be.</summary>
    public Hypothesis HearPhones(ReadOnlySpan<short> samples) => Hear(Phones, samples);

    /// <summary>As <see cref="HearCommand"/>, with words in any order.</summary>
    public Hypothesis HearDictation(ReadOnlySpan<short> samples) => Hear(Dictation, samples);

    public void Dispose()
    {
        _decoder?.Dispose();
        _configuration.Dispose();
    }

    private static Decoder Make(PocketSphinxModel model, Action<Decoder> prepare)
    {
        var decoder = new Decoder(model);
        try
        {
            prepare(decoder);
            return decoder;
        }
        catch
        {
            decoder.Dispose();
            throw;
        }
    }

    private Hypothesis Hear(string search, ReadOnlySpan<short> samples)
    {
        Require(PocketSphinxLibrary.Choose(_decoder, search), $"has no search '{search}'");
        Require(PocketSphinxLibrary.StartStream(_decoder), "does not start");
        Require(PocketSphinxLibrary.Start(_decoder), "does not start");
        var processed = PocketSphinxLibrary.Process(_decoder, samples, (nuint)samples.Length, withoutSearch: 0, whole: 1);
        var ended = PocketSphinxLibrary.End(_decoder);
        Require(Math.Min(processed, ended), "cannot process the audio");
        var text = PocketSphinxLibrary.Hypothesis(_decoder, out var score);
        return new Hypothesis(Marshal.PtrToStringUTF8(text) ?? "", score, PocketSphinxLibrary.Frames(_decoder));
    }

    private bool Knows(string word) => PocketSphinxLibrary.Pronounce(_decoder, word) != 0;

    private void Weigh(bool phones)
    {
        foreach (var (name, forWords, forPhones) in Weights)
        {
            PocketSphinxLibrary.SetFloat(_configuration, name, phones ? forPhones : forWords);
        }
    }

    private static void Require(int result, string problem)
    {
        if (result < 0)
        {
            throw new InvalidOperationException($"PocketSphinx {problem} (result {result}).");
        }
    }
}
