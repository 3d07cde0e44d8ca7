using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Audio;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Worker.Speaking;

namespace VoiceAssist.Worker.Tests.Speaking;

public class SpeakerTests
{
    private static readonly JobContext Asked = new(Guid.Empty, JobKinds.Command, "{}", Speak: true);

    [Theory]
    [InlineData(SpeakingOptions.Espeak)]
    [InlineData(SpeakingOptions.Flite)]
    public async Task An_answer_is_spoken_as_a_right_wav_file(string engine)
    {
        using var speaker = Speakers.Of(engine);

        var file = Assert.Single(await speaker.SpeakAsync(Asked, "Timer set for five minutes.", TestContext.Current.CancellationToken));

        Assert.Equal((JobFileNames.Speech, "audio/wav"), (file.Name, file.ContentType));
        var (header, samples) = WaveFile.Read(file.Content);
        Assert.InRange(header.Duration.TotalSeconds, 1, 5);
        Assert.True(samples.Max() > 0.1);
    }

    [Theory]
    [InlineData(SpeakingOptions.Espeak)]
    [InlineData(SpeakingOptions.Flite)]
    public async Task Text_that_looks_like_an_option_or_a_command_is_only_text(string engine)
    {
        using var speaker = Speakers.Of(engine);

        Assert.Single(await speaker.SpeakAsync(Asked, "--version \"; $(id) <speak> \u65e5\u672c", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_job_that_does_not_ask_for_it_gets_no_speech() =>
        Assert.Empty(await Speakers.None.SpeakAsync(Asked with { Speak = false }, "Hello.", CancellationToken.None));

    [Fact]
    public async Task Without_a_program_the_job_fails_and_says_how_to_install_one() =>
        Assert.Equal("The answer cannot be spoken: install espeak-ng or flite on the worker, for example with 'apt-get install espeak-ng'.",
            (await Assert.ThrowsAsync<JobFailedException>(() => Speakers.None.SpeakAsync(Asked, "Hello.", CancellationToken.None))).Message);

    [Theory]
    [InlineData("auto", "espeak-ng,flite", "espeak-ng")]
    [InlineData("auto", "flite", "flite")]
    [InlineData("flite", "espeak-ng,flite", "flite")]
    [InlineData("espeak-ng", "flite", "none")]
    [InlineData("none", "espeak-ng,flite", "none")]
    [InlineData("auto", "", "none")]
    public void The_program_follows_from_what_is_wanted_and_what_is_there(string wanted, string installed, string found)
    {
        var folder = Directory.CreateTempSubdirectory("voiceassist-");
        try
        {
            foreach (var name in installed.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), "");
            }

            Assert.Equal(found, SpeechProgram.Find(new SpeakingOptions { Engine = wanted }, $"/nowhere:{folder.FullName}").Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
