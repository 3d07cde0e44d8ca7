using System.Text.Json.Nodes;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Which optional APIs a cluster has, as far as objects and metrics depend on them.</summary>
/// <param name="Served">The kinds that are served, of those asked about: <c>apiVersion/kind</c>.</param>
/// <param name="MetricGroups">The metrics groups that answer.</param>
internal sealed record Capabilities(IReadOnlySet<string> Served, IReadOnlySet<string> MetricGroups)
{
    /// <summary>Asks the cluster about the kinds of some objects and the three metrics APIs.</summary>
    public static async Task<Capabilities> ReadAsync(ApiCatalog catalog, IEnumerable<JsonObject> objects, CancellationToken cancel)
    {
        var kinds = objects.Select(ObjectRef.Of).Select(r => (r.ApiVersion, r.Kind)).Distinct().ToList();
        var served = await Task.WhenAll(kinds.Select(async k => await catalog.FindAsync(k.ApiVersion, k.Kind, cancel) is null ? null : Key(k.ApiVersion, k.Kind)));
        string[] groups = [MetricReader.ResourceGroup, MetricReader.CustomGroup, MetricReader.ExternalGroup];
        var answering = await Task.WhenAll(groups.Select(async g => await catalog.AnsweringVersionAsync(g, cancel) is null ? null : g));
        return new(served.OfType<string>().ToHashSet(StringComparer.Ordinal), answering.OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    public bool Serves(ObjectRef reference) => Served.Contains(Key(reference.ApiVersion, reference.Kind));

    private static string Key(string apiVersion, string kind) => $"{apiVersion}/{kind}";
}
