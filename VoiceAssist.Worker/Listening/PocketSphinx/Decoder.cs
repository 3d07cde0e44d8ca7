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

    /// <summary>
    /// Speech parts that dictation follows at a time, a tenth of the library's default: as good for speech, and noise, which fits everything
    /// a little, takes less than half of its time instead of more than all of it.
    /// </summary>
    private const string MaxStates = "3000";

    /// <summary>Narrow searches are enough for phones, whose language counts less than that of words.</summary>
    private static readonly (string Name, double ForWords, double ForPhones)[] Weights = [("-lw", 6.5, 2), ("-beam", 1e-48, 1e-20), ("-pbeam", 1e-48, 1e-20)];

    private readonly ConfigurationHandle _configuration;
    private readonly DecoderHandle _decoder;

    static Decoder() => PocketSphinxLibrary.LogTo(0);

    private Decoder(PocketSphinxModel model, params ReadOnlySpan<string> options)
    {
        // The library skips the first argument, a program's name.
        string[] arguments = ["", "-hmm", model.Acoustics, .. options];
        _configuration = PocketSphinxLibrary.Configure(0, PocketSphinxLibrary.Definitions(), arguments.Length, arguments, strict: 1);
        _decoder = _configuration.IsInvalid ? new DecoderHandle() : PocketSphinxLibrary.Create(_configuration);
        if (_decoder.IsInvalid)
        {
            Dispose();
            throw new InvalidOperationException($"PocketSphinx cannot load the model in '{model.Folder}'.");
        }
    }

    /// <returns>A decoder that hears commands, and can say whether what it hears is one; about 10 MB.</returns>
    /// <exception cref="InvalidOperationException">The model cannot be loaded, or the grammar is refused.</exception>
    public static Decoder ForCommands(PocketSphinxModel model, CommandGrammar grammar) => Prepare(new Decoder(model, "-allphone_ci", "yes"), made =>
    {
        foreach (var (entry, phones) in grammar.Words)
        {
            Require(PocketSphinxLibrary.AddWord(made._decoder, entry, phones, update: 0), $"refuses the word '{entry}'");
        }

        made.Weigh(phones: true);
        Require(PocketSphinxLibrary.AddPhones(made._decoder, Phones, model.Phones), $"cannot load '{model.Phones}'");
        made.Weigh(phones: false);
        Require(PocketSphinxLibrary.AddGrammar(made._decoder, Commands, grammar.Jsgf), "refuses the grammar of commands");
    });

    /// <returns>A decoder that writes down free speech; about 120 MB.</returns>
    /// <exception cref="InvalidOperationException">The model cannot be loaded.</exception>
    public static Decoder ForDictation(PocketSphinxModel model) => Prepare(new Decoder(model, "-dict", model.Dictionary, "-maxhmmpf", MaxStates), made =>
        Require(PocketSphinxLibrary.AddLanguage(made._decoder, Dictation, model.Language), $"cannot load '{model.Language}'"));

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

    private static Decoder Prepare(Decoder decoder, Action<Decoder> prepare)
    {
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
