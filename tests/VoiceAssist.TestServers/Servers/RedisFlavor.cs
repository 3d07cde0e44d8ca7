namespace VoiceAssist.TestServers.Servers;

/// <summary>The servers that the queue has to work on.</summary>
public enum RedisFlavor
{
    /// <summary>Redis' own server.</summary>
    Redis,

    /// <summary>Valkey, what Redis became under the Linux Foundation.</summary>
    Valkey,

    /// <summary>Microsoft's Garnet.</summary>
    Garnet,
}
