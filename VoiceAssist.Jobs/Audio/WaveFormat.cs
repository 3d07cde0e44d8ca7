namespace VoiceAssist.Jobs.Audio;

/// <summary>How integer PCM samples lie in a file: little-endian, channels interleaved, 8 bits unsigned and all others signed.</summary>
/// <param name="SampleRate">Samples per second and channel, <see cref="MinSampleRate"/> to <see cref="MaxSampleRate"/>.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="BitsPerSample">8, 16, 24 or 32.</param>
public sealed record WaveFormat(int SampleRate, int Channels, int BitsPerSample)
{
    /// <summary>In Hz: telephone speech.</summary>
    public const int MinSampleRate = 8_000;

    /// <summary>In Hz.</summary>
    public const int MaxSampleRate = 48_000;

    public const int MaxChannels = 2;

    /// <summary>Bytes of one sample of one channel.</summary>
    public int BytesPerSample => BitsPerSample / 8;

    /// <summary>Bytes of one sample of every channel.</summary>
    public int BlockSize => Channels * BytesPerSample;

    public int BytesPerSecond => SampleRate * BlockSize;
}
