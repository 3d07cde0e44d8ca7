using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Listening.PocketSphinx;
using VoiceAssist.Worker.Listening.Sampling;

namespace VoiceAssist.Worker.Tests.Listening.PocketSphinx;

public class PocketSphinxTranscriberTests(SharedEngine engine) : IClassFixture<SharedEngine>
{
    private const int Seed = 7;

    public static TheoryData<string> Sounds => ["nothing", "silence", "white noise", "hiss", "tone", "sweep", "clicks", "chords", "full scale square"];

    [Theory]
    [MemberData(nameof(Sounds))]
    public async Task Silence_and_noise_give_an_empty_transcript(string sound)
    {
        var random = new Random(Seed);
        var recording = sound switch
        {
            "nothing" => Voice.Make(0, _ => 0),
            "silence" => Voice.Make(2, _ => 0),
            "white noise" => Voice.Make(2, _ => (random.NextDouble() - 0.5) * 1.6),
            "hiss" => Voice.Make(2, _ => (random.NextDouble() - 0.5) / 500),
            "tone" => Voice.Make(2, t => 0.5 * Math.Sin(2 * Math.PI * 440 * t)),
            "sweep" => Voice.Make(2, t => 0.5 * Math.Sin(2 * Math.PI * 800 * t * t)),
            "clicks" => Voice.Make(2, t => t % 0.25 < 0.002 ? 0.9 : 0),
            "chords" => Voice.Make(3, t => new[] { 220, 277, 330 }.Sum(f => 0.2 * Math.Sin(2 * Math.PI * (f + (20 * Math.Floor(t * 3))) * t))),
            _ => Voice.Make(2, t => t % 0.01 < 0.005 ? 1 : -1),
        };

        Assert.Equal("", await engine.HearAsync(recording));
        var heard = await engine.HearAsync(recording, TranscriptionMode.Dictation);

        // What glides as a voice does may pass for a word or two.
        Assert.True(sound is "sweep" ? heard.Length < 20 : heard.Length == 0, heard);
    }

    public static TheoryData<string> Noises => ["wind", "rumble", "bursts", "knocks", "buzz", "surf of white noise", "surf of brown noise", "crackle", "hum"];

    [Theory]
    [MemberData(nameof(Noises))]
    public async Task Noise_is_no_dictation(string noise)
    {
        var random = new Random(Seed);
        var brown = 0.0;
        var recording = noise switch
        {
            "wind" => Voice.Make(6, t => Brown() * (0.3 + (0.3 * Math.Sin(Math.PI * t) * Math.Sin(2.6 * Math.PI * t)))),
            "rumble" => Voice.Make(5, t => (Brown() * 0.5) + (0.1 * Math.Sin(120 * Math.PI * t) * (1 + Math.Sin(14 * Math.PI * t)))),
            "bursts" => Voice.Make(5, t => t % 0.5 < 0.1 ? White() * 0.5 : 0),
            "knocks" => Voice.Make(4, t => Math.Exp(-(t % 0.7) * 60) * White()),
            "buzz" => Voice.Make(3, t => 0.3 * ((t * 120 % 1) - 0.5) * (1 + Math.Sin(6 * Math.PI * t))),
            "surf of white noise" => Voice.Make(5, t => White() * 0.2 * (1 + Math.Sin(8 * Math.PI * t))),
            "surf of brown noise" => Voice.Make(5, t => Brown() * 0.3 * (1 + Math.Sin(8 * Math.PI * t))),
            "crackle" => Voice.Make(4, _ => random.NextDouble() < 0.003 ? White() / 2 : 0),
            _ => Voice.Make(5, t => (0.2 * Math.Sin(100 * Math.PI * t)) + (0.1 * Math.Sin(300 * Math.PI * t)) + (White() / 200)),
        };

        Assert.Equal("", await engine.HearAsync(recording, TranscriptionMode.Dictation));

        double White() => (random.NextDouble() * 2) - 1;

        double Brown() => brown = (0.98 * brown) + (0.17 * White());
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("good night")]
    [InlineData("please remind me to call my mother on sunday morning")]
    public async Task However_little_is_said_in_a_noisy_room_it_is_dictation(string sentence)
    {
        var random = new Random(Seed);
        var (_, samples) = WaveFile.Read(await Voice.SayAsync(sentence, Voice.Man));
        var noisy = new float[4 * 16_000 + samples.Length];
        for (var i = 0; i < noisy.Length; i++)
        {
            noisy[i] = (float)((random.NextDouble() - 0.5) / 200);
            noisy[i] += i < 32_000 || i >= 32_000 + samples.Length ? 0 : samples[i - 32_000];
        }

        var heard = await engine.HearAsync(WaveFile.Write(16_000, Array.ConvertAll(noisy, sample => (short)(sample * 30_000))), TranscriptionMode.Dictation);

        Assert.NotEqual("", heard);
    }

    [Theory]
    [InlineData("the stock market fell sharply on tuesday")]
    [InlineData("hello my friend how are you doing today")]
    [InlineData("my sister lives in a small house by the sea")]
    public async Task Other_sentences_are_no_command(string sentence) => Assert.Equal("", await engine.HearAsync(await Voice.SayAsync(sentence)));

    [Fact]
    public async Task Dictation_hears_free_speech()
    {
        var heard = await engine.HearAsync(await Voice.SayAsync("my sister lives in a small house by the sea"), TranscriptionMode.Dictation);

        Assert.Contains("small house by the sea", heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(22_050)]
    [InlineData(48_000)]
    public async Task Any_sample_rate_is_understood(int rate)
    {
        Assert.SkipUnless(SampleRateConverter.IsInstalled, "libsamplerate is not installed");
        var (_, samples) = WaveFile.Read(await Voice.SayAsync("turn on the kitchen lights"));
        var converted = SampleRateConverter.Convert(samples, 16_000, rate);

        var heard = await engine.HearAsync(WaveFile.Write(rate, Array.ConvertAll(converted, sample => (short)(sample * 30_000))));

        Assert.Equal("lights.on room=kitchen | Turning on the kitchen lights.", Parsers.Parse(heard));
    }

    [Fact]
    public async Task What_was_heard_before_makes_no_difference()
    {
        var command = await Voice.SayAsync("dim the bedroom lights to thirty percent");
        var alone = await engine.HearAsync(command);
        await engine.HearAsync(Voice.Make(2, t => 0.9 * Math.Sin(2 * Math.PI * 300 * t)));
        await engine.HearAsync(await Voice.SayAsync("what time is it", Voice.Man));

        Assert.Equal(alone, await engine.HearAsync(command));
    }

    [Fact]
    public async Task More_callers_than_decoders_take_turns()
    {
        var command = await Voice.SayAsync("stop all timers");

        var heard = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => engine.HearAsync(command)));

        Assert.Equal(Enumerable.Repeat("stop all timers", 8), heard);
    }

    [Fact]
    public async Task Another_language_is_refused() =>
        Assert.Equal("The speech engine 'pocketsphinx' hears English only, but the language is 'de-DE'.",
            (await Assert.ThrowsAsync<UnfitRecordingException>(() =>
                engine.Transcriber.TranscribeAsync(Voice.Make(1, _ => 0), TranscriptionMode.Grammar, "de-DE", CancellationToken.None))).Message);

    [Theory]
    [InlineData(TranscriptionMode.Grammar, 31, "The recording is 31.0 s long, but a command may take 30 s at most.")]
    [InlineData(TranscriptionMode.Dictation, 181, "The recording is 181.0 s long, but dictation may take 180 s at most.")]
    public async Task A_recording_that_is_too_long_is_refused(TranscriptionMode mode, int seconds, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<UnfitRecordingException>(() => engine.HearAsync(Voice.Make(seconds, _ => 0), mode))).Message);

    [Fact]
    public async Task A_name_that_the_dictionary_lacks_is_left_out_and_the_others_are_heard()
    {
        Assert.SkipWhen(PocketSphinxTranscriber.FindMissing(new PocketSphinxOptions()) is not null, "PocketSphinx is not installed");
        var options = new SpeechOptions { PocketSphinx = { CommandDecoders = 1, DictationDecoders = 0 }, Vocabulary = { Rooms = ["xyzzyx", "cellar"] } };
        await using var transcriber = new PocketSphinxTranscriber(Options.Create(options), NullLogger<PocketSphinxTranscriber>.Instance);
        var recording = Recording.Read(await Voice.SayAsync("turn on the cellar lights"));

        Assert.Equal("turn on the cellar lights", await transcriber.TranscribeAsync(recording, TranscriptionMode.Grammar, "en", CancellationToken.None));
        Assert.Contains("Speech__PocketSphinx__DictationDecoders", (await Assert.ThrowsAsync<UnfitRecordingException>(() =>
            transcriber.TranscribeAsync(recording, TranscriptionMode.Dictation, null, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_model_is_named()
    {
        var missing = PocketSphinxTranscriber.FindMissing(new PocketSphinxOptions { ModelFolder = "/nowhere" });

        Assert.Matches("^the (library libsphinxbase.so.3|file 'en-us/feat.params' in Speech__PocketSphinx__ModelFolder)$", missing);
    }
}
