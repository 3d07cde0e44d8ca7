using System.Buffers;
using System.Security.Cryptography;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Keys;

/// <summary>
/// The setting <c>ApiKeys</c>: <c>mobile=0f3a.., web=9c41..</c>, client and hash of each key. It is one value, so that it fits one entry of a Secret.
/// </summary>
internal static class ApiKeySetting
{
    private const string Name = SettingNames.ApiKeys;

    private const int MaxClientLength = 40;

    private const string Form =
        "in the form 'client=SHA256' (several separated by commas): the client in lower-case ASCII letters, digits and dashes, the hash in 64 hexadecimal digits";

    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    private static readonly SearchValues<char> ClientCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <param name="setting">The value, null or empty when it is not set.</param>
    /// <param name="isDevelopment">Whether the gateway may be open to everybody.</param>
    /// <exception cref="InvalidOperationException">The value is not in the form above, or nothing is set outside Development.</exception>
    public static ApiKeyRing Read(string? setting, bool isDevelopment)
    {
        var entries = (setting ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return entries.Length > 0 || isDevelopment
            ? new ApiKeyRing([.. entries.Select(Parse)])
            : throw new InvalidOperationException(
                $"The setting '{Name}' is missing: outside Development every request needs a key. Set it {Form}; docs/gateway.md says how to make a key.");
    }

    private static ApiKey Parse(string entry, int index)
    {
        var separator = entry.IndexOf('=', StringComparison.Ordinal);
        var client = separator < 0 ? "" : entry[..separator];
        var hash = new byte[SHA256.HashSizeInBytes];

        // The entry itself stays out of the message: someone may have put the key where its hash belongs.
        return client.Length is > 0 and <= MaxClientLength
            && !client.AsSpan().ContainsAnyExcept(ClientCharacters)
            && entry.Length - separator - 1 == 2 * hash.Length
            && Convert.FromHexString(entry.AsSpan(separator + 1), hash, out _, out _) == OperationStatus.Done
            ? new ApiKey(client, hash)
            : throw new InvalidOperationException($"Entry {index + 1} of the setting '{Name}' must be {Form}.");
    }
}
