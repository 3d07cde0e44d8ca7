namespace VoiceAssist.Gateway.Keys;

/// <summary>What the configuration holds of a key: never the key itself.</summary>
/// <param name="Client">Whom it belongs to. A client may have several keys, the old and the new one of a change for example.</param>
/// <param name="Sha256">SHA-256 of the key's UTF-8 bytes, 32 bytes. A fast hash is enough for a random key of 256 bits.</param>
internal sealed record ApiKey(string Client, byte[] Sha256)
{
    /// <summary>Tells the keys of a client apart without saying anything about them; the configuration holds the hash anyway.</summary>
    public string Id { get; } = Convert.ToHexStringLower(Sha256);
}
