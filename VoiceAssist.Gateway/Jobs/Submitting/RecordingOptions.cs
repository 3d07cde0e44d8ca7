using System.Buffers;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary>What comes with a recording: in the address beside a body of <c>audio/wav</c>, as fields in a form.</summary>
internal sealed record RecordingOptions(TranscriptionMode Mode, string? Language, bool Speak, JobPriority Priority, int DelaySeconds)
{
    /// <summary>The longest that BCP 47 asks everybody to store (RFC 5646, section 4.4.1).</summary>
    private const int MaxLanguageLength = 35;

    private static readonly SearchValues<char> LanguageCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <exception cref="RefusedException">A value is not allowed.</exception>
    public static RecordingOptions Read(Fields fields)
    {
        var options = new RecordingOptions(
            fields.Choice("mode", TranscriptionMode.Grammar, ContractJson.Default.TranscriptionMode),
            fields.Text("language"),
            fields.Flag("speak"),
            fields.Choice("priority", JobPriority.Interactive, ContractJson.Default.JobPriority),
            fields.Number("delaySeconds", 0, 0, JobLimits.MaxDelaySeconds));
        if (options.Language is { } language
            && (language.Length is < 2 or > MaxLanguageLength || language.AsSpan().ContainsAnyExcept(LanguageCharacters)))
        {
            fields.Refuse("language", "must be a language tag like en-US");
        }

        fields.Check();
        return options;
    }
}
