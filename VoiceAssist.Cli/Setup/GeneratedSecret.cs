using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Setup;

/// <summary>
/// The Secret of the workloads, with values that nobody has to know. A key that ends in <c>-api-keys</c> holds not a password but <c>client=SHA256</c>
/// of the keys that open the gateway: the first client's is generated, and stands beside it as <see cref="ClientKey"/> for who is allowed to read Secrets.
/// </summary>
internal static class GeneratedSecret
{
    // 192 bits, in letters that need no quoting in any connection string.
    private const int Bytes = 24;

    private const string ApiKeysSuffix = "-api-keys";

    /// <summary>The entry with the first client's key. No workload reads it.</summary>
    public const string ClientKey = "operator-api-key";

    private const string Client = "operator";

    public static bool HasClientKey(PublishedPlan.PlannedSecret secret) => secret.Keys.Any(IsApiKeys);

    public static JsonObject Of(PublishedPlan.PlannedSecret secret, string space) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Secret",
        ["metadata"] = new JsonObject
        {
            ["name"] = secret.Name,
            ["namespace"] = space,
            ["labels"] = new JsonObject { ["app.kubernetes.io/managed-by"] = ClusterClient.FieldManager },
        },
        ["type"] = "Opaque",
        ["stringData"] = Values(secret),
    };

    private static JsonObject Values(PublishedPlan.PlannedSecret secret)
    {
        var values = new JsonObject();
        foreach (var key in secret.Keys)
        {
            var value = RandomNumberGenerator.GetHexString(Bytes * 2, lowercase: true);
            if (IsApiKeys(key))
            {
                values[ClientKey] = value;
                value = $"{Client}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}";
            }

            values[key] = value;
        }

        return values;
    }

    private static bool IsApiKeys(string key) => key.EndsWith(ApiKeysSuffix, StringComparison.Ordinal);
}
