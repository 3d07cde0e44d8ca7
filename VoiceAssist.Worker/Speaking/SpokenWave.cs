using System.Runtime.InteropServices;
using VoiceAssist.Jobs.Audio;

namespace VoiceAssist.Worker.Speaking;

/// <summary>What a speech program writes to a pipe.</summary>
internal static class SpokenWave
{
    /// <summary>
    /// Programs that write while they speak cannot know the length: espeak-ng's header says 2 GiB.
    /// </summary>
    /// <returns>A WAV file whose header is right.</returns>
    /// <exception cref="InvalidAudioException">It is no WAV of one channel and 16 bit.</exception>
    public static byte[] Finish(ReadOnlySpan<byte> piped)
    {
        var header = WaveHeader.Read(piped);
        if (header.Format is not { Channels: 1, BitsPerSample: 16 })
        {
            throw new InvalidAudioException($"WAV: one channel of 16 bit is expected from a speech program, but it wrote {header.Format}.");
        }

        var data = piped[header.DataOffset..];
        var length = (int)Math.Min(header.DataLength, data.Length);
        return WaveFile.Write(header.Format.SampleRate, MemoryMarshal.Cast<byte, short>(data[..length]));
    }
}
