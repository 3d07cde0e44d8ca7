using VoiceAssist.Jobs.Audio;

namespace VoiceAssist.Jobs.Tests.Audio;

public class WaveHeaderTests
{
    private const uint TwoGiB = 0x8000_0000;

    [Theory]
    [InlineData(8_000, 1, 16)]
    [InlineData(22_050, 1, 8)]
    [InlineData(44_100, 2, 24)]
    [InlineData(48_000, 2, 32)]
    public void Integer_pcm_is_taken(int rate, int channels, int bits)
    {
        var file = Riff.File(Riff.Format(rate: (uint)rate, channels: (ushort)channels, bits: (ushort)bits), Riff.Data(new byte[48]));

        var header = WaveHeader.Read(file);
        header.RequireLength(file.Length);

        Assert.Equal(new WaveFormat(rate, channels, bits), header.Format);
        Assert.Equal((44, 48L, (long)file.Length), (header.DataOffset, header.DataLength, header.FileLength));
        Assert.Equal(TimeSpan.FromSeconds(48.0 / (rate * channels * bits / 8)), header.Duration);
    }

    [Fact]
    public void The_extensible_format_is_taken_when_its_subformat_is_pcm() =>
        Assert.Equal(new WaveFormat(16_000, 1, 16), WaveHeader.Read(Riff.File(Riff.Extensible(), Riff.Data(1, 0))).Format);

    [Fact]
    public void Chunks_around_the_samples_are_passed_over()
    {
        var file = Riff.File(Riff.Chunk("LIST", [1, 2, 3]), Riff.Format(), Riff.Chunk("fact", []), Riff.Data(1, 0), Riff.Chunk("id3 ", [9]));

        WaveHeader.Read(file).RequireLength(file.Length);
    }

    [Fact]
    public void The_start_of_a_file_tells_how_long_it_has_to_be()
    {
        var file = Riff.File(Riff.Format(), Riff.Data(new byte[200_000]));

        var header = WaveHeader.Read(file.AsSpan(0, WaveHeader.MaxLength));

        Assert.Equal(file.Length, header.FileLength);
        Assert.Contains("cut off", Assert.Throws<InvalidAudioException>(() => header.RequireLength(file.Length - 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(-1, false)]
    public void The_byte_that_pads_an_odd_end_may_be_there_or_not(int more, bool taken)
    {
        var header = WaveHeader.Read(Riff.File("RIFF", "WAVE", 4 + 24 + 8 + 3, Riff.Format(bits: 8), Riff.Data(1, 2, 3)));

        Assert.Equal(taken, Record.Exception(() => header.RequireLength(header.FileLength + more)) is null);
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "WAV: 0 bytes are too few.", [] },
        { "WAV: it begins with 'OggS' and 'WAVE' instead of 'RIFF' and 'WAVE'.", Riff.File("OggS", "WAVE", null, Riff.Format(), Riff.Data()) },
        { "WAV: it begins with 'RIFF' and 'AVI ' instead of 'RIFF' and 'WAVE'.", Riff.File("RIFF", "AVI ", null, Riff.Format(), Riff.Data()) },
        { "WAV: it begins with '????' and '????' instead of 'RIFF' and 'WAVE'.", Enumerable.Repeat((byte)0xFF, 60).ToArray() },
        { "WAV: RIFX files (big-endian or 64 bit) are not taken, only RIFF.", Riff.File("RIFX", "WAVE", null, Riff.Format(), Riff.Data()) },
        { "WAV: RF64 files (big-endian or 64 bit) are not taken, only RIFF.", Riff.File("RF64", "WAVE", null, Riff.Format(), Riff.Data()) },
        { "WAV: there is no chunk 'data' in its first 36 bytes, where the samples should begin.", Riff.File(Riff.Format()) },
        { "WAV: the chunk 'data' comes before 'fmt '.", Riff.File(Riff.Data(1, 0), Riff.Format()) },
        { "WAV: there is a second chunk 'fmt ', at byte 36.", Riff.File(Riff.Format(), Riff.Format(), Riff.Data()) },
        { "WAV: the chunk 'data' at byte 36 says 100 bytes, but the whole file says 46.", Riff.File(Riff.Format(), Riff.Chunk("data", [1, 0], 100)) },
        { "WAV: the chunk 'data' at byte 36 says 2147483648 bytes, but the whole file says 46.", Riff.File(Riff.Format(), Riff.Chunk("data", [1, 0], TwoGiB)) },
        { "WAV: the chunk 'data' at byte 36 says 4294967295 bytes, but the whole file says 4294967303.", Riff.File("RIFF", "WAVE", uint.MaxValue, Riff.Format(), Riff.Chunk("data", [1, 0], uint.MaxValue)) },
        { "WAV: the chunk 'fmt ' at byte 12 says 4294967295 bytes, but the whole file says 20.", Riff.File(Riff.Chunk("fmt ", [], uint.MaxValue)) },
        { "WAV: the chunk 'data' says 3 bytes, which is no multiple of the block size 2.", Riff.File(Riff.Format(), Riff.Data(1, 2, 3)) },
        { "WAV: there is no chunk 'data' in its first 65536 bytes, where the samples should begin.", Riff.File(Riff.Format(), Riff.Chunk("LIST", new byte[70_000]), Riff.Data()) },
        { "WAV, chunk 'fmt ': it is 14 bytes long, but at least 16 are needed.", Riff.File(Riff.Chunk("fmt ", new byte[14]), Riff.Data()) },
        { "WAV, chunk 'fmt ': the samples are floating point (3), but only integer PCM (1) is taken.", Riff.File(Riff.Format(tag: 3, bits: 32), Riff.Data()) },
        { "WAV, chunk 'fmt ': the samples are mu-law (7), but only integer PCM (1) is taken.", Riff.File(Riff.Format(tag: 7, bits: 8), Riff.Data()) },
        { "WAV, chunk 'fmt ': the samples are floating point (3), but only integer PCM (1) is taken.", Riff.File(Riff.Extensible(new Guid("00000003-0000-0010-8000-00aa00389b71"), bits: 32), Riff.Data()) },
        { "WAV, chunk 'fmt ': the subformat 00000001-0000-0010-8000-00aa00389b72 is unknown, but only integer PCM is taken.", Riff.File(Riff.Extensible(new Guid("00000001-0000-0010-8000-00aa00389b72")), Riff.Data()) },
        { "WAV, chunk 'fmt ': 20 of 24 bits per sample are valid, but only full samples are taken.", Riff.File(Riff.Extensible(bits: 24, validBits: 20), Riff.Data()) },
        { "WAV, chunk 'fmt ': it is 16 bytes long, but the extensible format needs 40.", Riff.File(Riff.Format(tag: 0xFFFE), Riff.Data()) },
        { "WAV, chunk 'fmt ': it has 6 channels, but 1 (mono) or 2 (stereo) are taken.", Riff.File(Riff.Format(channels: 6), Riff.Data()) },
        { "WAV, chunk 'fmt ': it has 0 channels, but 1 (mono) or 2 (stereo) are taken.", Riff.File(Riff.Format(channels: 0), Riff.Data()) },
        { "WAV, chunk 'fmt ': the sample rate is 7999 Hz, but 8000 to 48000 are taken.", Riff.File(Riff.Format(rate: 7_999), Riff.Data()) },
        { "WAV, chunk 'fmt ': the sample rate is 4294967295 Hz, but 8000 to 48000 are taken.", Riff.File(Riff.Format(rate: uint.MaxValue), Riff.Data()) },
        { "WAV, chunk 'fmt ': it has 12 bits per sample, but 8, 16, 24 or 32 are taken.", Riff.File(Riff.Format(bits: 12), Riff.Data()) },
        { "WAV, chunk 'fmt ': the block size is 3, but 1 x 2 bytes make 2.", Riff.File(Riff.Format(block: 3), Riff.Data()) },
        { "WAV, chunk 'fmt ': the block size is 0, but 1 x 2 bytes make 2.", Riff.File(Riff.Format(block: 0), Riff.Data()) },
        { "WAV, chunk 'fmt ': 1 bytes per second are said, but 16000 Hz x 2 bytes make 32000.", Riff.File(Riff.Format(bytesPerSecond: 1), Riff.Data()) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Anything_else_is_refused_with_what_stands_there(string message, byte[] file) =>
        Assert.Equal(message, Assert.Throws<InvalidAudioException>(() => WaveHeader.Read(file)).Message);
}
