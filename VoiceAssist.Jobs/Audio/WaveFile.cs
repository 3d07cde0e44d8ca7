using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VoiceAssist.Jobs.Audio;

/// <summary>Whole WAV files in memory.</summary>
public static class WaveFile
{
    /// <summary>Media type of what is read and written here.</summary>
    public const string ContentType = "audio/wav";

    private const int HeaderLength = 44;

    /// <summary>Reads the samples of a file, the mean of both channels when it is stereo.</summary>
    /// <returns>Samples from -1 to 1, at <see cref="WaveFormat.SampleRate"/> of the file's header.</returns>
    /// <exception cref="InvalidAudioException">As <see cref="WaveHeader.Read"/> and <see cref="WaveHeader.RequireLength"/>.</exception>
    public static (WaveHeader Header, float[] Mono) Read(ReadOnlySpan<byte> file)
    {
        var header = WaveHeader.Read(file);
        header.RequireLength(file.Length);
        var format = header.Format;
        var data = file.Slice(header.DataOffset, (int)header.DataLength);
        var samples = new float[data.Length / format.BlockSize];
        for (var i = 0; i < samples.Length; i++)
        {
            var block = data.Slice(i * format.BlockSize, format.BlockSize);
            samples[i] = format.Channels == 1
                ? Sample(block)
                : (Sample(block[..format.BytesPerSample]) + Sample(block[format.BytesPerSample..])) / 2;
        }

        return (header, samples);
    }

    /// <param name="sampleRate">In Hz, within the limits of <see cref="WaveFormat"/>.</param>
    /// <param name="samples">One channel of 16 bit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is out of range.</exception>
    public static byte[] Write(int sampleRate, ReadOnlySpan<short> samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, WaveFormat.MinSampleRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, WaveFormat.MaxSampleRate);
        var format = new WaveFormat(sampleRate, 1, 16);
        var dataLength = checked(samples.Length * sizeof(short));
        var file = new byte[checked(HeaderLength + dataLength)];
        var header = file.AsSpan(0, HeaderLength);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], format.BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], (short)format.BlockSize);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], (short)format.BitsPerSample);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataLength);
        var data = MemoryMarshal.Cast<byte, short>(file.AsSpan(HeaderLength));
        samples.CopyTo(data);
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(data, data);
        }

        return file;
    }

    private static float Sample(ReadOnlySpan<byte> at) => at.Length switch
    {
        1 => (at[0] - 128) / 128f,
        2 => BinaryPrimitives.ReadInt16LittleEndian(at) / 32_768f,
        3 => (at[0] | (at[1] << 8) | ((sbyte)at[2] << 16)) / 8_388_608f,
        _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2_147_483_648f,
    };
}
