using System.Net;
using System.Text;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Setup;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>The API key with which a test asks the gateway: that of <see cref="Variable"/>, else the one that setup made for who may read Secrets.</summary>
internal static class GatewayKey
{
    /// <summary>Not an option of the command line, where every process of the machine could read it.</summary>
    public const string Variable = "VOICEASSIST_API_KEY";

    public static string? Given(Surroundings around) => around.Variable(Variable) is { Length: > 0 } key ? key : null;

    /// <returns>Null where there is none, or it may not be read.</returns>
    public static async Task<string?> FindAsync(ConnectedCluster cluster, PublishedEnvironment environment, Surroundings around, CancellationToken cancel)
    {
        if (Given(around) is { } given)
        {
            return given;
        }

        if (environment.Plan.Secret is not { } secret)
        {
            return null;
        }

        try
        {
            var document = await cluster.Client.GetAsync($"/api/v1/namespaces/{environment.Namespace}/secrets/{secret.Name}", cancel);
            return (string?)document?["data"]?[GeneratedSecret.ClientKey] is { } base64 ? Encoding.UTF8.GetString(Convert.FromBase64String(base64)) : null;
        }
        catch (ClusterException refused) when (refused.Status == HttpStatusCode.Forbidden)
        {
            return null;
        }
    }
}
