using System.Security.Cryptography;
using System.Text;

namespace VoiceAssist.Gateway.Keys;

/// <summary>All keys that open this gateway.</summary>
/// <param name="keys">In the order of the configuration.</param>
internal sealed class ApiKeyRing(IReadOnlyList<ApiKey> keys)
{
    /// <summary>A shorter key could be guessed from its hash; it opens nothing.</summary>
    public const int MinKeyLength = 32;

    public const int MaxKeyLength = 256;

    /// <summary>Whether no key is needed: a developer's own machine.</summary>
    public bool IsOpen => keys.Count == 0;

    public IEnumerable<string> Clients => keys.Select(key => key.Client).Distinct(StringComparer.Ordinal);

    /// <summary>Compares with every key, and each time all bytes, so that the time taken says nothing about any of them.</summary>
    /// <returns>The key as configured, or null.</returns>
    public ApiKey? Find(ReadOnlySpan<char> key)
    {
        if (key.Length is < MinKeyLength or > MaxKeyLength)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(MaxKeyLength)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        ApiKey? found = null;
        foreach (var candidate in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, candidate.Sha256) ? candidate : found;
        }

        return found;
    }
}
