using System.Buffers;
using System.Globalization;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;
using VoiceAssist.Jobs.Audio;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary>
/// Receives a recording. It is judged by its first bytes, before the rest is received and before memory for it is taken,
/// and by nothing else: neither its name nor what the client says it is.
/// </summary>
internal static class WaveBody
{
    /// <returns>The file.</returns>
    /// <exception cref="InvalidAudioException">The bytes are no WAV file that is taken here, or not as many as they say.</exception>
    /// <exception cref="RefusedException">The file is too long.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var start = ArrayPool<byte>.Shared.Rent(WaveHeader.MaxLength);
        try
        {
            var begun = await body.ReadAtLeastAsync(start.AsMemory(0, WaveHeader.MaxLength), WaveHeader.MaxLength, throwOnEndOfStream: false, cancellationToken);
            var header = WaveHeader.Read(start.AsSpan(0, begun));
            if (header.FileLength > JobLimits.MaxAudioBytes)
            {
                throw new RefusedException(StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture,
                    $"A recording may have {JobLimits.MaxAudioBytes} bytes at most, but this one says {header.FileLength}."));
            }

            if (begun < WaveHeader.MaxLength)
            {
                header.RequireLength(begun);
                return start[..begun];
            }

            return await ReadRestAsync(body, start.AsMemory(0, begun), header, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(start);
        }
    }

    private static async Task<byte[]> ReadRestAsync(Stream body, ReadOnlyMemory<byte> start, WaveHeader header, CancellationToken cancellationToken)
    {
        // Room for one byte of padding and one that must not be there.
        var file = new byte[Math.Max(header.FileLength, start.Length) + 2];
        start.CopyTo(file);
        var rest = file.AsMemory(start.Length);
        var length = start.Length + await body.ReadAtLeastAsync(rest, rest.Length, throwOnEndOfStream: false, cancellationToken);
        header.RequireLength(length);
        Array.Resize(ref file, length);
        return file;
    }
}
