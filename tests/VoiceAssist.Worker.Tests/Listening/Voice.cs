using VoiceAssist.Jobs.Audio;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Speaking;

namespace VoiceAssist.Worker.Tests.Listening;

/// <summary>Speaks what tests want to have recorded, in one of flite's natural voices.</summary>
internal static class Voice
{
    public const string Woman = "slt";
    public const string Man = "rms";

    private static readonly SpeechProgram Flite =
        SpeechProgram.Find(new SpeakingOptions { Engine = SpeakingOptions.Flite }, Environment.GetEnvironmentVariable("PATH"));

    /// <returns>A recording at 16 kHz; the test is skipped where flite is missing.</returns>
    public static async Task<byte[]> SayAsync(string text, string voice = Woman)
    {
        if (Flite.File is not { } file)
        {
            Assert.Skip("flite is not installed");
            return [];
        }

        return SpokenWave.Finish(await BoundedProgram.RunAsync(
            file, Flite.Arguments(voice, text), "", 10_000_000, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    /// <summary>Makes a recording of computed samples at 16 kHz.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="sample">From -1 to 1, given the time in seconds.</param>
    public static Recording Make(double seconds, Func<double, double> sample) =>
        Recording.Read(WaveFile.Write(16_000, [.. Enumerable.Range(0, (int)(seconds * 16_000)).Select(i => (short)(sample(i / 16_000.0) * 32_000))]));
}
