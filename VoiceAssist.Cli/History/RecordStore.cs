using System.Net;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.History;

/// <summary>The setup records of a namespace, each a Secret.</summary>
internal sealed class RecordStore(ClusterClient client, string space)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 10;

    private string Path => $"/api/v1/namespaces/{space}/secrets";

    /// <summary>All records, oldest first.</summary>
    public async Task<IReadOnlyList<SetupRecord>> ListAsync(CancellationToken cancel)
    {
        var secrets = await client.ListAsync(Path, cancel, "labelSelector=" + Uri.EscapeDataString($"{RecordSecret.Label}={RecordSecret.LabelValue}"));
        return [.. secrets.Where(s => (string?)s["type"] == RecordSecret.Type).Select(RecordSecret.Read).OrderBy(r => r.Number)];
    }

    /// <exception cref="FailureException">Another setup took the number at the same time.</exception>
    public async Task AddAsync(SetupRecord record, CancellationToken cancel)
    {
        try
        {
            await client.CreateAsync(Path, RecordSecret.Write(record, space), cancel);
        }
        catch (ClusterException taken) when (taken.Status == HttpStatusCode.Conflict)
        {
            throw new FailureException($"Setup {record.Number} exists already: another setup of namespace {space} runs at the same time. Wait for it, then look at 'voiceassist history'.");
        }
    }

    public Task MarkAsync(int number, RecordState state, CancellationToken cancel) => client.MergeAsync(
        $"{Path}/{RecordSecret.NameOf(number)}",
        new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [RecordSecret.StateAnnotation] = RecordSecret.TextOf(state) } } },
        cancel);

    public Task RemoveAsync(int number, CancellationToken cancel) => client.DeleteAsync($"{Path}/{RecordSecret.NameOf(number)}", cancel);

    /// <summary>Removes all but the last <see cref="Kept"/>.</summary>
    public async Task PruneAsync(CancellationToken cancel)
    {
        foreach (var record in (await ListAsync(cancel)).SkipLast(Kept))
        {
            await RemoveAsync(record.Number, cancel);
        }
    }
}
