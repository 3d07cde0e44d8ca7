using System.Buffers.Binary;

namespace VoiceAssist.Jobs.Audio;

/// <summary>
/// Reads the body of a chunk <c>fmt </c> (Microsoft's WAVEFORMATEX, and WAVEFORMATEXTENSIBLE with the PCM subformat):
/// tag, channels (2 bytes each), samples per second, bytes per second (4 each), block size, bits per sample (2 each).
/// </summary>
internal static class WaveFormatChunk
{
    private const int PlainSize = 16;
    private const int ExtensibleSize = 40;
    private const ushort Pcm = 1;
    private const ushort Extensible = 0xFFFE;

    /// <summary>What follows the tag in the GUID of every subformat that is a tag: <c>xxxx0000-0000-0010-8000-00aa00389b71</c>.</summary>
    private static ReadOnlySpan<byte> SubformatTail => [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];

    /// <exception cref="InvalidAudioException">Not integer PCM, outside the limits of <see cref="WaveFormat"/>, or contradicting itself.</exception>
    public static WaveFormat Read(ReadOnlySpan<byte> body)
    {
        if (body.Length < PlainSize)
        {
            throw Invalid($"it is {body.Length} bytes long, but at least {PlainSize} are needed");
        }

        var tag = Word(body, 0);
        int bits = Word(body, 14);
        if (tag == Extensible)
        {
            tag = ReadSubformat(body, bits);
        }

        if (tag != Pcm)
        {
            throw Invalid($"the samples are {NameOf(tag)}, but only integer PCM (1) is taken");
        }

        var channels = Word(body, 2);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        if (channels is 0 or > WaveFormat.MaxChannels)
        {
            throw Invalid($"it has {channels} channels, but 1 (mono) or 2 (stereo) are taken");
        }

        if (rate is < WaveFormat.MinSampleRate or > WaveFormat.MaxSampleRate)
        {
            throw Invalid($"the sample rate is {rate} Hz, but {WaveFormat.MinSampleRate} to {WaveFormat.MaxSampleRate} are taken");
        }

        if (bits is not (8 or 16 or 24 or 32))
        {
            throw Invalid($"it has {bits} bits per sample, but 8, 16, 24 or 32 are taken");
        }

        return Consistent(new WaveFormat((int)rate, channels, bits), body);
    }

    private static WaveFormat Consistent(WaveFormat format, ReadOnlySpan<byte> body)
    {
        var block = Word(body, 12);
        if (block != format.BlockSize)
        {
            throw Invalid($"the block size is {block}, but {format.Channels} x {format.BytesPerSample} bytes make {format.BlockSize}");
        }

        var bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(body[8..]);
        return bytesPerSecond == format.BytesPerSecond
            ? format
            : throw Invalid($"{bytesPerSecond} bytes per second are said, but {format.SampleRate} Hz x {block} bytes make {format.BytesPerSecond}");
    }

    private static ushort ReadSubformat(ReadOnlySpan<byte> body, int bits)
    {
        if (body.Length < ExtensibleSize)
        {
            throw Invalid($"it is {body.Length} bytes long, but the extensible format needs {ExtensibleSize}");
        }

        var valid = Word(body, 18);
        if (valid != bits)
        {
            throw Invalid($"{valid} of {bits} bits per sample are valid, but only full samples are taken");
        }

        return body[26..ExtensibleSize].SequenceEqual(SubformatTail)
            ? Word(body, 24)
            : throw Invalid($"the subformat {new Guid(body[24..ExtensibleSize])} is unknown, but only integer PCM is taken");
    }

    private static string NameOf(ushort tag) => tag switch
    {
        0x0002 or 0x0011 => $"ADPCM ({tag})",
        0x0003 => "floating point (3)",
        0x0006 => "A-law (6)",
        0x0007 => "mu-law (7)",
        0x0050 or 0x0055 => $"MPEG ({tag})",
        _ => $"of format {tag}",
    };

    private static ushort Word(ReadOnlySpan<byte> body, int at) => BinaryPrimitives.ReadUInt16LittleEndian(body[at..]);

    private static InvalidAudioException Invalid(string what) => new($"WAV, chunk 'fmt ': {what}.");
}
