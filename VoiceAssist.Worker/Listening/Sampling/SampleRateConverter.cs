using System.Runtime.InteropServices;

namespace VoiceAssist.Worker.Listening.Sampling;

/// <summary>Changes the sample rate of one channel, with libsamplerate.</summary>
internal static class SampleRateConverter
{
    public const string InstallHint =
        "Recordings of another sample rate than 16 kHz need libsamplerate on the worker: 'apt-get install libsamplerate0', or record at 16 kHz.";

    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(SampleRateLibrary.FileName, out _);

    /// <param name="samples">From -1 to 1.</param>
    /// <param name="from">In Hz.</param>
    /// <param name="to">In Hz.</param>
    /// <returns>Samples around -1 to 1: at a jump they may overshoot.</returns>
    /// <exception cref="EngineMissingException">The library is not installed.</exception>
    public static unsafe float[] Convert(ReadOnlySpan<float> samples, int from, int to)
    {
        if (!IsInstalled)
        {
            throw new EngineMissingException(InstallHint);
        }

        var converted = new float[checked((int)Math.Ceiling((double)samples.Length * to / from))];
        if (converted.Length == 0)
        {
            return [];
        }

        fixed (float* input = samples)
        fixed (float* output = converted)
        {
            var conversion = new SampleRateLibrary.Conversion
            {
                Input = input,
                Output = output,
                InputFrames = new CLong(samples.Length),
                OutputFrames = new CLong(converted.Length),
                Ratio = (double)to / from,
            };
            var error = SampleRateLibrary.Convert(ref conversion, SampleRateLibrary.MediumQuality, channels: 1);
            return error == 0
                ? converted[..(int)conversion.OutputFramesMade.Value]
                : throw new InvalidOperationException($"libsamplerate cannot convert {samples.Length} samples from {from} to {to} Hz (error {error}).");
        }
    }
}
