using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Setup;

/// <summary>The Secret of the workloads, with values that nobody has to know.</summary>
internal static class GeneratedSecret
{
    // 192 bits, in letters that need no quoting in any connection string.
    private const int Bytes = 24;

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
        ["stringData"] = new JsonObject(secret.Keys.Select(k => KeyValuePair.Create(k, (JsonNode?)RandomNumberGenerator.GetHexString(Bytes * 2, lowercase: true)))),
    };
}
