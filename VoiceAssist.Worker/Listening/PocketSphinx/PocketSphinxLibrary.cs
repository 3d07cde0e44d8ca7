using System.Runtime.InteropServices;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>
/// The part of PocketSphinx 5prealpha's C interface that is used here (include/pocketsphinx.h, and sphinxbase's cmd_ln.h and err.h).
/// A decoder is not thread-safe; two decoders are independent of each other.
/// </summary>
internal static partial class PocketSphinxLibrary
{
    public const string FileName = "libpocketsphinx.so.3";

    /// <summary>What it is built on; a package of its own that comes along.</summary>
    public const string BaseFileName = "libsphinxbase.so.3";

    /// <returns>The definitions of all options, owned by the library.</returns>
    [LibraryImport(FileName, EntryPoint = "ps_args")]
    public static partial nint Definitions();

    /// <returns>A configuration, or 0 when an argument is wrong.</returns>
    [LibraryImport(BaseFileName, EntryPoint = "cmd_ln_parse_r", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ConfigurationHandle Configure(nint existing, nint definitions, int count, string[] arguments, int strict);

    [LibraryImport(BaseFileName, EntryPoint = "cmd_ln_set_float_r", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFloat(ConfigurationHandle configuration, string name, double value);

    [LibraryImport(BaseFileName, EntryPoint = "cmd_ln_free_r")]
    public static partial int Free(nint configuration);

    /// <param name="file">A C FILE, or 0 for no log.</param>
    [LibraryImport(BaseFileName, EntryPoint = "err_set_logfp")]
    public static partial void LogTo(nint file);

    /// <returns>A decoder that keeps a reference of its own to the configuration, or 0.</returns>
    [LibraryImport(FileName, EntryPoint = "ps_init")]
    public static partial DecoderHandle Create(ConfigurationHandle configuration);

    [LibraryImport(FileName, EntryPoint = "ps_free")]
    public static partial int FreeDecoder(nint decoder);

    [LibraryImport(FileName, EntryPoint = "ps_set_jsgf_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddGrammar(DecoderHandle decoder, string search, string jsgf);

    [LibraryImport(FileName, EntryPoint = "ps_set_allphone_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddPhones(DecoderHandle decoder, string search, string file);

    [LibraryImport(FileName, EntryPoint = "ps_set_lm_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddLanguage(DecoderHandle decoder, string search, string file);

    [LibraryImport(FileName, EntryPoint = "ps_set_search", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Choose(DecoderHandle decoder, string search);

    /// <summary>Adds a word before the searches that use it; 0 for <paramref name="update"/> rebuilds none.</summary>
    [LibraryImport(FileName, EntryPoint = "ps_add_word", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddWord(DecoderHandle decoder, string word, string phones, int update);

    /// <summary>Forgets the noise that it has heard so far.</summary>
    [LibraryImport(FileName, EntryPoint = "ps_start_stream")]
    public static partial int StartStream(DecoderHandle decoder);

    [LibraryImport(FileName, EntryPoint = "ps_start_utt")]
    public static partial int Start(DecoderHandle decoder);

    /// <param name="decoder">Between <see cref="Start"/> and <see cref="End"/>.</param>
    /// <param name="samples">One channel of 16 bit at 16 kHz.</param>
    /// <param name="count">How many.</param>
    /// <param name="withoutSearch">1 only computes features.</param>
    /// <param name="whole">1 says that this is the whole utterance, which is then normalised by its own mean.</param>
    [LibraryImport(FileName, EntryPoint = "ps_process_raw")]
    public static partial int Process(DecoderHandle decoder, ReadOnlySpan<short> samples, nuint count, int withoutSearch, int whole);

    [LibraryImport(FileName, EntryPoint = "ps_end_utt")]
    public static partial int End(DecoderHandle decoder);

    /// <returns>UTF-8 text owned by the decoder, or 0 when nothing was recognised.</returns>
    [LibraryImport(FileName, EntryPoint = "ps_get_hyp")]
    public static partial nint Hypothesis(DecoderHandle decoder, out int score);

    [LibraryImport(FileName, EntryPoint = "ps_get_n_frames")]
    public static partial int Frames(DecoderHandle decoder);
}
