using VoiceAssist.Worker.Listening.PocketSphinx;

namespace VoiceAssist.Worker.Listening;

/// <summary>Which engine turns speech into text in this process, decided once at start.</summary>
/// <param name="Name">One of <see cref="SpeechEngines"/>, but never <c>auto</c>.</param>
/// <param name="Missing">When there is none: why, and how to get one; fit for clients to read.</param>
internal sealed record DetectedEngine(string Name, string? Missing = null)
{
    /// <summary>The name of the readiness check and of the telemetry's resource attribute's last part.</summary>
    public const string Role = "speech-to-text";

    private const string HowToInstall =
        "Install PocketSphinx on the worker with 'apt-get install pocketsphinx-en-us libpocketsphinx3', or set Speech__OpenAi__BaseUrl to "
        + "an endpoint that speaks OpenAI's /v1/audio/transcriptions.";

    public static DetectedEngine Find(SpeechOptions options) => Find(options, PocketSphinxTranscriber.FindMissing);

    /// <param name="options">What is wanted.</param>
    /// <param name="findMissing">Says what PocketSphinx lacks, or null.</param>
    public static DetectedEngine Find(SpeechOptions options, Func<PocketSphinxOptions, string?> findMissing)
    {
        var endpoint = options.OpenAi.BaseUrl is not null;
        return options.Engine switch
        {
            SpeechEngines.None => None("Speech recognition is switched off on the worker (Speech__Engine is 'none')."),
            SpeechEngines.OpenAi when !endpoint => None("Speech__Engine is 'openai', but Speech__OpenAi__BaseUrl is not set on the worker."),
            SpeechEngines.OpenAi => new DetectedEngine(SpeechEngines.OpenAi),
            SpeechEngines.Auto when endpoint => new DetectedEngine(SpeechEngines.OpenAi),
            _ => findMissing(options.PocketSphinx) is { } missing
                ? None($"No speech engine is installed on the worker: {missing} is missing. {HowToInstall}")
                : new DetectedEngine(SpeechEngines.PocketSphinx),
        };
    }

    private static DetectedEngine None(string missing) => new(SpeechEngines.None, missing);
}
