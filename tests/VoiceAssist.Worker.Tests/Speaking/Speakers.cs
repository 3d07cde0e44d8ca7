using Microsoft.Extensions.Options;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Speaking;

namespace VoiceAssist.Worker.Tests.Speaking;

internal static class Speakers
{
    public static Speaker None => new(new SpeechProgram(SpeakingOptions.None, null), Options.Create(new SpeechOptions()));

    /// <returns>A speaker of the given engine; the test is skipped where it is not installed.</returns>
    public static Speaker Of(string engine)
    {
        var options = new SpeakingOptions { Engine = engine };
        var program = SpeechProgram.Find(options, Environment.GetEnvironmentVariable("PATH"));
        Assert.SkipWhen(program.File is null, $"{engine} is not installed");
        return new Speaker(program, Options.Create(new SpeechOptions { Speaking = options }));
    }
}
