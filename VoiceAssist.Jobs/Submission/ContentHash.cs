using System.Security.Cryptography;
using System.Text;

namespace VoiceAssist.Jobs.Submission;

/// <summary>Tells whether two requests ask for the same.</summary>
internal static class ContentHash
{
    /// <returns>SHA-256 over everything that changes what is done; when it is to be done does not.</returns>
    public static byte[] Of(NewJob job)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(job.Kind));
        Append(hash, Encoding.UTF8.GetBytes(job.Payload));
        Append(hash, [(byte)job.Priority, job.Speak ? (byte)1 : (byte)0]);
        Append(hash, job.Audio?.Content ?? []);
        return hash.GetHashAndReset();
    }

    /// <summary>The length goes first, so that no two sequences of parts look alike.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes(part.Length));
        hash.AppendData(part);
    }
}
