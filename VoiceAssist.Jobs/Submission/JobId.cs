namespace VoiceAssist.Jobs.Submission;

/// <summary>
/// Ids of jobs, UUIDs of version 7. What the framework makes sorts by milliseconds; these sort by a quarter of a microsecond, so that the
/// jobs of a client that asks again as soon as it is answered stand in its order (RFC 9562, section 6.2, method 3).
/// </summary>
internal static class JobId
{
    /// <summary>The 12 bits after the version hold the fraction of the millisecond.</summary>
    private const long Fractions = 1 << 12;

    public static Guid At(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(moment).TryWriteBytes(bytes, bigEndian: true, out _);
        var fraction = moment.Ticks % TimeSpan.TicksPerMillisecond * Fractions / TimeSpan.TicksPerMillisecond;
        bytes[6] = (byte)(0x70 | (fraction >> 8));
        bytes[7] = (byte)fraction;
        return new Guid(bytes, bigEndian: true);
    }
}
