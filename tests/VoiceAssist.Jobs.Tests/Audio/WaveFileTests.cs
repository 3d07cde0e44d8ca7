using CsCheck;
using VoiceAssist.Jobs.Audio;

namespace VoiceAssist.Jobs.Tests.Audio;

public class WaveFileTests
{
    [Theory]
    [InlineData(8, new byte[] { 0, 128, 192 }, new[] { -1f, 0f, 0.5f })]
    [InlineData(16, new byte[] { 0, 0x80, 0, 0, 0, 0x40 }, new[] { -1f, 0f, 0.5f })]
    [InlineData(24, new byte[] { 0, 0, 0x80, 0, 0, 0, 0, 0, 0x40 }, new[] { -1f, 0f, 0.5f })]
    [InlineData(32, new byte[] { 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0x40 }, new[] { -1f, 0f, 0.5f })]
    public void Samples_of_every_width_are_read(int bits, byte[] data, float[] samples) =>
        Assert.Equal(samples, WaveFile.Read(Riff.File(Riff.Format(bits: (ushort)bits), Riff.Data(data))).Mono);

    [Fact]
    public void Both_channels_are_mixed() =>
        Assert.Equal([0.25f, -0.5f],
            WaveFile.Read(Riff.File(Riff.Format(channels: 2), Riff.Data(0, 0x40, 0, 0, 0, 0x80, 0, 0))).Mono);

    [Fact]
    public void A_file_without_samples_is_silence() => Assert.Empty(WaveFile.Read(Riff.File(Riff.Format(), Riff.Data())).Mono);

    [Fact]
    public void What_was_written_is_read_again() =>
        Gen.Select(Gen.Short.Array[0, 500], Gen.Int[WaveFormat.MinSampleRate, WaveFormat.MaxSampleRate]).Sample((samples, rate) =>
        {
            var (header, read) = WaveFile.Read(WaveFile.Write(rate, samples));

            return header.Format == new WaveFormat(rate, 1, 16) && read.Select(sample => (short)(sample * 32_768)).SequenceEqual(samples);
        });

    [Theory]
    [InlineData(7_999)]
    [InlineData(48_001)]
    public void No_file_is_written_that_could_not_be_read(int rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WaveFile.Write(rate, [0]));

    [Fact]
    public void Every_cut_off_file_is_refused()
    {
        var file = WaveFile.Write(16_000, new short[50]);

        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Throws<InvalidAudioException>(() => WaveFile.Read(file.AsSpan(0, length))));
    }

    [Fact]
    public void Random_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(IsReadOrRefused, iter: 20_000);

    [Fact]
    public void Random_bytes_behind_a_riff_header_are_read_or_refused() =>
        Gen.Byte.Array[0, 200].Sample(bytes => IsReadOrRefused(Riff.File(bytes)), iter: 20_000);

    [Fact]
    public void A_file_with_a_few_wrong_bytes_is_read_or_refused()
    {
        byte[][] files =
        [
            WaveFile.Write(16_000, [1, 2, 3, 4]),
            Riff.File(Riff.Chunk("LIST", [1, 2, 3]), Riff.Extensible(), Riff.Data(1, 2, 3, 4)),
            Riff.File(Riff.Format(channels: 2, bits: 24), Riff.Data(new byte[12])),
        ];
        var edges = Gen.OneOf<byte>(0, 1, 2, 3, 0x7F, 0x80, 0xFE, 0xFF);
        var change = Gen.Select(Gen.Int[0, 80], Gen.OneOf(Gen.Byte, edges));

        Gen.Select(Gen.OneOf(files), change.Array[1, 6], Gen.Int[0, 8]).Sample((file, changes, cut) =>
        {
            var wrong = file[..^cut];
            foreach (var (at, value) in changes)
            {
                wrong[at % wrong.Length] = value;
            }

            return IsReadOrRefused(wrong);
        }, iter: 50_000);
    }

    private static bool IsReadOrRefused(byte[] file)
    {
        try
        {
            var (header, samples) = WaveFile.Read(file);
            return samples.Length * header.Format.BlockSize == header.DataLength && samples.All(sample => sample is >= -1 and <= 1);
        }
        catch (InvalidAudioException e)
        {
            return e.Message.StartsWith("WAV", StringComparison.Ordinal) && e.Message.EndsWith('.');
        }
    }
}
