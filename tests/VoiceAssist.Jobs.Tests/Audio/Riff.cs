using System.Buffers.Binary;
using System.Text;

namespace VoiceAssist.Jobs.Tests.Audio;

/// <summary>Builds WAV files, right ones and wrong ones, byte by byte.</summary>
internal static class Riff
{
    private static readonly Guid PcmSubformat = new("00000001-0000-0010-8000-00aa00389b71");

    /// <summary>A file whose sizes are right.</summary>
    public static byte[] File(params byte[][] chunks) => File("RIFF", "WAVE", null, chunks);

    public static byte[] File(string riff, string wave, uint? saidLength, params byte[][] chunks)
    {
        var body = chunks.SelectMany(chunk => chunk).ToArray();
        return [.. Encoding.ASCII.GetBytes(riff), .. Number(saidLength ?? (uint)(4 + body.Length)), .. Encoding.ASCII.GetBytes(wave), .. body];
    }

    public static byte[] Chunk(string name, byte[] body, uint? saidLength = null) =>
        [.. Encoding.ASCII.GetBytes(name), .. Number(saidLength ?? (uint)body.Length), .. body, .. new byte[body.Length % 2]];

    public static byte[] Data(params byte[] samples) => Chunk("data", samples);

    /// <summary>A chunk <c>fmt </c> that is right unless told otherwise.</summary>
    public static byte[] Format(
        ushort tag = 1, ushort channels = 1, uint rate = 16_000, ushort bits = 16, ushort? block = null, uint? bytesPerSecond = null, params byte[] more)
    {
        var blockSize = block ?? (ushort)(channels * bits / 8);
        return Chunk("fmt ",
        [
            .. Number(tag), .. Number(channels), .. Number(rate), .. Number(bytesPerSecond ?? rate * blockSize), .. Number(blockSize),
            .. Number(bits), .. more,
        ]);
    }

    public static byte[] Extensible(Guid? subformat = null, ushort bits = 16, ushort? validBits = null) =>
        Format(0xFFFE, bits: bits, more: [.. Number((ushort)22), .. Number(validBits ?? bits), .. Number(4u), .. (subformat ?? PcmSubformat).ToByteArray()]);

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Number(ushort value) => Number((uint)value)[..2];
}
