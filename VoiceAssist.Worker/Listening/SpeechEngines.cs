namespace VoiceAssist.Worker.Listening;

/// <summary>Names of the engines, and what <c>Speech:Engine</c> may be.</summary>
internal static class SpeechEngines
{
    /// <summary>The endpoint when <c>Speech:OpenAi:BaseUrl</c> is set, else PocketSphinx when it is installed, else none.</summary>
    public const string Auto = "auto";

    public const string PocketSphinx = "pocketsphinx";

    /// <summary>An endpoint that speaks OpenAI's <c>/v1/audio/transcriptions</c>.</summary>
    public const string OpenAi = "openai";

    public const string None = "none";
}
