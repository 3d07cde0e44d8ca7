using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Verify;

/// <summary>Reads what the checks look at.</summary>
internal static class LiveStateReader
{
    public static async Task<LiveState> ReadAsync(ConnectedCluster cluster, IReadOnlyList<JsonObject> published, TimeProvider time, CancellationToken cancel)
    {
        var references = published.Select(ObjectRef.Of).ToList();
        var spaces = references.Select(r => r.Namespace).Where(n => n.Length > 0).Distinct().ToList();
        var objects = Task.WhenAll(references.Select(async r => (Reference: r, Live: await cluster.GetAsync(r, cancel))));
        var reader = new AutoscalerReader(cluster, time);
        var autoscalers = Task.WhenAll(references.Where(r => r.Kind == "HorizontalPodAutoscaler").Select(r => reader.ReadAsync(r.Namespace, r.Name, cancel)));
        var quotas = Task.WhenAll(spaces.Select(s => cluster.Client.ListAsync($"/api/v1/namespaces/{s}/resourcequotas", cancel)));
        var pods = Task.WhenAll(spaces.Select(s => cluster.Client.ListAsync($"/api/v1/namespaces/{s}/pods", cancel)));
        await Task.WhenAll(objects, autoscalers, quotas, pods);
        return new()
        {
            Objects = (await objects).Where(o => o.Live is not null).DistinctBy(o => o.Reference).ToDictionary(o => o.Reference, o => o.Live!),
            Autoscalers = [.. (await autoscalers).OfType<LiveAutoscaler>()],
            Quotas = [.. (await quotas).SelectMany(q => q)],
            Pods = [.. (await pods).SelectMany(p => p)],
            Now = time.GetUtcNow(),
        };
    }
}
