using VoiceAssist.Jobs.Audio;
using VoiceAssist.Worker.Listening.Sampling;

namespace VoiceAssist.Worker.Listening;

/// <summary>What a client has recorded: a valid WAV file.</summary>
internal sealed class Recording
{
    private readonly byte[] _file;

    private Recording(byte[] file, WaveHeader header) => (_file, Header) = (file, header);

    public WaveHeader Header { get; }

    /// <summary>The file as it came in.</summary>
    public ReadOnlyMemory<byte> File => _file;

    public TimeSpan Duration => Header.Duration;

    /// <exception cref="InvalidAudioException">The file is not the audio that is taken here.</exception>
    public static Recording Read(byte[] file)
    {
        var header = WaveHeader.Read(file);
        header.RequireLength(file.Length);
        return new Recording(file, header);
    }

    /// <returns>Its samples as one channel of 16 bit.</returns>
    /// <param name="sampleRate">In Hz.</param>
    /// <exception cref="EngineMissingException">Another sample rate is wanted than it has, and nothing here can convert it.</exception>
    public short[] SamplesAt(int sampleRate)
    {
        var (_, mono) = WaveFile.Read(_file);
        var converted = Header.Format.SampleRate == sampleRate ? mono : SampleRateConverter.Convert(mono, Header.Format.SampleRate, sampleRate);
        return Array.ConvertAll(converted, sample => (short)Math.Clamp(MathF.Round(sample * 32_768), short.MinValue, short.MaxValue));
    }
}
