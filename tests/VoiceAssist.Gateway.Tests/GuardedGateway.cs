using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Gateway.Tests;

/// <summary>As <see cref="SharedGateway"/>, but as in a cluster: a key is needed.</summary>
public sealed class GuardedGateway(SharedPostgres postgres) : SharedGateway(postgres)
{
    /// <summary>Requests that a client of the tests may send at once; what is replenished meanwhile does not count.</summary>
    public const int Burst = 10;

    protected override IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>(ApiKeyPair.Guarded)
    {
        ["RateLimit__RequestsPerSecond"] = "1",
        ["RateLimit__Burst"] = $"{Burst}",
    };
}
