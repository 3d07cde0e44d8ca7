using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>The job that a load consists of: the same command, written or spoken.</summary>
internal static class SampleJob
{
    /// <summary>Costs the worker next to nothing, so that a flood of it tests queue and gateway.</summary>
    public static LoadBody Text { get; } = new("""{"text":"set a timer for five minutes"}"""u8.ToArray(), "application/json");

    /// <summary>Two seconds of speech at 8 kHz, spoken by flite's voice slt: recognizing it is what the worker needs its CPU for.</summary>
    public static LoadBody Speech => LazySpeech.Value;

    private static readonly Lazy<LoadBody> LazySpeech = new(() =>
    {
        using var resource = typeof(SampleJob).Assembly.GetManifestResourceStream("command.wav")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new(bytes, "audio/wav");
    });
}
