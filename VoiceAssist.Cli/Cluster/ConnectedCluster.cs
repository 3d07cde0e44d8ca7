using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>A cluster that has answered.</summary>
internal sealed class ConnectedCluster : IDisposable
{
    private ConnectedCluster(ClusterClient client, ClusterVersion version)
    {
        (Client, Version) = (client, version);
        Catalog = new(client);
    }

    public ClusterClient Client { get; }

    public ApiCatalog Catalog { get; }

    public ClusterVersion Version { get; }

    public ClusterTarget Target => Client.Target;

    /// <exception cref="UsageException">No kubeconfig or no such context.</exception>
    /// <exception cref="FailureException">No answer within the time limit; one line.</exception>
    public static async Task<ConnectedCluster> ConnectAsync(ClusterTarget target, TimeSpan timeout, Surroundings around, CancellationToken cancel)
    {
        var client = new ClusterClient(target, timeout, around);
        try
        {
            return new(client, ClusterVersion.From(await client.SendAsync(HttpMethod.Get, "/version", null, cancel, repeat: false)));
        }
        catch (Exception e) when (e is UnreachableException or ClusterException)
        {
            client.Dispose();
            throw new FailureException(e is UnreachableException
                ? $"No cluster: {e.Message}. Is it running, and is this the right context?"
                : $"No cluster: {target.Server} (context {target.Context}) answers, but refuses: {e.Message}");
        }
    }

    /// <returns>The live object, or null where it or its kind does not exist.</returns>
    public async Task<JsonObject?> GetAsync(ObjectRef reference, CancellationToken cancel) =>
        await Catalog.PathOfAsync(reference, cancel) is { } path ? await Client.GetAsync(path, cancel) : null;

    public void Dispose() => Client.Dispose();
}
