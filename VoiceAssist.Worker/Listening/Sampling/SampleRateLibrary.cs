using System.Runtime.InteropServices;

namespace VoiceAssist.Worker.Listening.Sampling;

/// <summary>The part of libsamplerate's C interface that is used here (include/samplerate.h).</summary>
internal static unsafe partial class SampleRateLibrary
{
    public const string FileName = "libsamplerate.so.0";

    /// <summary>Band-limited, 121 dB signal to noise, 90 % of the bandwidth.</summary>
    public const int MediumQuality = 1;

    /// <returns>0, or the number of an error.</returns>
    [LibraryImport(FileName, EntryPoint = "src_simple")]
    public static partial int Convert(ref Conversion conversion, int quality, int channels);

    /// <summary><c>SRC_DATA</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Conversion
    {
        public float* Input;
        public float* Output;
        public CLong InputFrames;
        public CLong OutputFrames;
        public CLong InputFramesUsed;
        public CLong OutputFramesMade;
        public int EndOfInput;

        /// <summary>Output rate by input rate.</summary>
        public double Ratio;
    }
}
