using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Speaking;
using VoiceAssist.Worker.Tests.Speaking;
using VoiceAssist.Worker.Transcriptions;

namespace VoiceAssist.Worker.Tests.Transcriptions;

public class TranscriptionHandlerTests
{
    private const string Grammar = """{"mode":"grammar"}""";

    private static readonly byte[] Second = WaveFile.Write(16_000, new short[16_000]);

    [Fact]
    public async Task It_answers_in_the_shape_of_the_contract() =>
        Assert.Equal(
            """{"transcript":"turn on the kitchen lights","engine":"listener","intent":"lights.on","slots":{"room":"kitchen"},"answer":"Turning on the kitchen lights."}""",
            (await HandleAsync(new Listener("turn on the kitchen lights"))).Json);

    [Fact]
    public async Task Silence_is_an_answer_and_no_failure() =>
        Assert.Equal(
            """{"transcript":"","engine":"listener","intent":"unknown","slots":{},"answer":"Sorry, I did not hear a command."}""",
            (await HandleAsync(new Listener(""))).Json);

    [Fact]
    public async Task The_engine_is_told_mode_and_language()
    {
        var listener = new Listener("");

        await HandleAsync(listener, """{"mode":"dictation","language":"en-GB"}""");

        Assert.Equal((TranscriptionMode.Dictation, "en-GB"), listener.Asked);
    }

    [Fact]
    public async Task The_answer_is_spoken_when_the_job_asks_for_it()
    {
        using var speaker = Speakers.Of(SpeakingOptions.Espeak);

        var output = await HandleAsync(new Listener("next song"), speaker: speaker, speak: true);

        Assert.Equal(JobFileNames.Speech, Assert.Single(output.Files).Name);
    }

    [Fact]
    public async Task Without_an_engine_the_job_fails_at_once_with_what_to_install()
    {
        var detected = DetectedEngine.Find(new SpeechOptions(), _ => "the library libpocketsphinx.so.3");

        Assert.Contains("apt-get install pocketsphinx-en-us libpocketsphinx3", await FailureAsync(new MissingTranscriber(detected)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "The payload is missing.")]
    [InlineData("7", "The payload is not that of a transcription: mode 'grammar' or 'dictation', and perhaps a language.")]
    [InlineData("""{"mode":"song"}""", "The payload is not that of a transcription: mode 'grammar' or 'dictation', and perhaps a language.")]
    [InlineData("[", "The payload is not that of a transcription: mode 'grammar' or 'dictation', and perhaps a language.")]
    public async Task A_wrong_payload_is_a_failure_that_says_so(string payload, string message) =>
        Assert.Equal(message, await FailureAsync(new Listener(""), payload));

    [Fact]
    public async Task A_missing_recording_is_a_failure_that_says_so() =>
        Assert.Equal("The recording is missing.", await FailureAsync(new Listener(""), file: null));

    [Fact]
    public async Task A_hostile_recording_is_a_failure_that_says_what_is_wrong() =>
        Assert.Equal("WAV: it says 32044 bytes, but has 30044: it is cut off.", await FailureAsync(new Listener(""), file: Second[..^2_000]));

    [Fact]
    public async Task What_may_pass_is_left_to_the_queue() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => HandleAsync(new Listener("", new HttpRequestException("503"))));

    private static async Task<string> FailureAsync(ITranscriber transcriber, string payload = Grammar) => await FailureAsync(transcriber, Second, payload);

    private static async Task<string> FailureAsync(ITranscriber transcriber, byte[]? file, string payload = Grammar) =>
        (await Assert.ThrowsAsync<JobFailedException>(() => HandleAsync(transcriber, payload, file))).Message;

    private static Task<JobOutput> HandleAsync(ITranscriber transcriber, string payload = Grammar, Speaker? speaker = null, bool speak = false) =>
        HandleAsync(transcriber, payload, Second, speaker, speak);

    private static Task<JobOutput> HandleAsync(ITranscriber transcriber, string payload, byte[]? file, Speaker? speaker = null, bool speak = false)
    {
        var job = new JobContext(Guid.Empty, JobKinds.Transcription, payload, Speak: speak)
        {
            Files = (name, _) => Task.FromResult(file is null ? null : new JobFile(name, WaveFile.ContentType, file)),
        };
        return new TranscriptionHandler(transcriber, Parsers.At(TimeZoneInfo.Utc), speaker ?? Speakers.None)
            .HandleAsync(job, TestContext.Current.CancellationToken);
    }
}
