using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Listening.OpenAi;

namespace VoiceAssist.Worker.Tests.Listening;

public class DetectedEngineTests
{
    [Theory]
    [InlineData("auto", true, true, "openai")]
    [InlineData("auto", false, true, "pocketsphinx")]
    [InlineData("auto", false, false, "none")]
    [InlineData("pocketsphinx", true, true, "pocketsphinx")]
    [InlineData("pocketsphinx", true, false, "none")]
    [InlineData("openai", true, true, "openai")]
    [InlineData("openai", false, true, "none")]
    [InlineData("none", true, true, "none")]
    public void The_engine_follows_from_what_is_wanted_and_what_is_there(string wanted, bool endpoint, bool installed, string engine) =>
        Assert.Equal(engine, Find(wanted, endpoint, installed).Name);

    [Fact]
    public void Without_an_engine_it_says_how_to_install_one() =>
        Assert.Equal(
            "No speech engine is installed on the worker: the library libpocketsphinx.so.3 is missing. Install PocketSphinx on the worker with "
            + "'apt-get install pocketsphinx-en-us libpocketsphinx3', or set Speech__OpenAi__BaseUrl to an endpoint that speaks OpenAI's /v1/audio/transcriptions.",
            Find("auto", endpoint: false, installed: false).Missing);

    private static DetectedEngine Find(string wanted, bool endpoint, bool installed) => DetectedEngine.Find(
        new SpeechOptions { Engine = wanted, OpenAi = new OpenAiOptions { BaseUrl = endpoint ? new Uri("http://localhost") : null } },
        _ => installed ? null : "the library libpocketsphinx.so.3");
}
