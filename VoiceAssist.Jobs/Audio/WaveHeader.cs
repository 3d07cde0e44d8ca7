using System.Buffers.Binary;
using System.Text;

namespace VoiceAssist.Jobs.Audio;

/// <summary>
/// What a WAV file says of itself up to its first sample: <c>RIFF</c>, size, <c>WAVE</c>, then chunks (name, size, body, padded to even)
/// of which <c>fmt </c> comes before <c>data</c>. Strict: whatever contradicts itself is refused, nothing is guessed.
/// </summary>
public sealed record WaveHeader
{
    /// <summary>The samples must begin within so many bytes: room for any real preamble, and no more to hold before a file can be refused.</summary>
    public const int MaxLength = 64 * 1024;

    private const int RiffLength = 12;
    private const int ChunkLength = 8;

    private WaveHeader(WaveFormat format, int dataOffset, uint dataLength, long fileLength) =>
        (Format, DataOffset, DataLength, FileLength) = (format, dataOffset, dataLength, fileLength);

    public WaveFormat Format { get; }

    /// <summary>Where the samples begin, in bytes from the file's start.</summary>
    public int DataOffset { get; }

    /// <summary>Bytes of samples that the file says it has; a multiple of <see cref="WaveFormat.BlockSize"/>.</summary>
    public long DataLength { get; }

    /// <summary>Bytes that the file says it has, from its first to its last.</summary>
    public long FileLength { get; }

    public TimeSpan Duration => TimeSpan.FromSeconds((double)DataLength / Format.BytesPerSecond);

    /// <summary>Reads the header. Whether the file is as long as it says is checked by <see cref="RequireLength"/>, once that is known.</summary>
    /// <param name="start">The file's first <see cref="MaxLength"/> bytes, or all of them when there are fewer; more may be given.</param>
    /// <exception cref="InvalidAudioException">Not a WAV file of integer PCM, or one that contradicts itself.</exception>
    public static WaveHeader Read(ReadOnlySpan<byte> start)
    {
        var fileLength = ReadRiff(start);
        start = start[..Math.Min(start.Length, MaxLength)];
        WaveFormat? format = null;
        for (long at = RiffLength; ;)
        {
            if (at + ChunkLength > start.Length)
            {
                throw Invalid($"there is no chunk 'data' in its first {start.Length} bytes, where the samples should begin");
            }

            var name = start.Slice((int)at, 4);
            var length = Number(start[((int)at + 4)..]);
            var body = (int)at + ChunkLength;
            if (body + length > fileLength)
            {
                throw Invalid($"the chunk '{Printable(name)}' at byte {at} says {length} bytes, but the whole file says {fileLength}");
            }

            if (name.SequenceEqual("data"u8))
            {
                return Begin(format, body, length, fileLength);
            }

            if (name.SequenceEqual("fmt "u8))
            {
                format = format is not null
                    ? throw Invalid($"there is a second chunk 'fmt ', at byte {at}")
                    : WaveFormatChunk.Read(start.Slice(body, (int)Math.Min(length, start.Length - body)));
            }

            at = body + length + (length & 1);
        }
    }

    /// <param name="length">Bytes that the file really has.</param>
    /// <exception cref="InvalidAudioException">The file is shorter or longer than it says.</exception>
    public void RequireLength(long length)
    {
        // Writers disagree on whether the byte that pads an odd last chunk belongs to the file.
        if (length != FileLength && length != FileLength + (FileLength & 1))
        {
            throw Invalid($"it says {FileLength} bytes, but has {length}: {(length < FileLength ? "it is cut off" : "something follows it")}");
        }
    }

    private static WaveHeader Begin(WaveFormat? format, int at, uint length, long fileLength)
    {
        if (format is null)
        {
            throw Invalid("the chunk 'data' comes before 'fmt '");
        }

        return length % format.BlockSize == 0
            ? new WaveHeader(format, at, length, fileLength)
            : throw Invalid($"the chunk 'data' says {length} bytes, which is no multiple of the block size {format.BlockSize}");
    }

    private static long ReadRiff(ReadOnlySpan<byte> start)
    {
        if (start.Length < RiffLength)
        {
            throw Invalid($"{start.Length} bytes are too few");
        }

        if (start.StartsWith("RIFX"u8) || start.StartsWith("RF64"u8) || start.StartsWith("BW64"u8))
        {
            throw Invalid($"{Printable(start[..4])} files (big-endian or 64 bit) are not taken, only RIFF");
        }

        return start.StartsWith("RIFF"u8) && start[8..].StartsWith("WAVE"u8)
            ? ChunkLength + (long)Number(start[4..])
            : throw Invalid($"it begins with '{Printable(start[..4])}' and '{Printable(start[8..12])}' instead of 'RIFF' and 'WAVE'");
    }

    private static uint Number(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt32LittleEndian(at);

    private static string Printable(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            text.Append(letter is >= 0x20 and < 0x7F ? (char)letter : '?');
        }

        return text.ToString();
    }

    private static InvalidAudioException Invalid(string what) => new($"WAV: {what}.");
}
