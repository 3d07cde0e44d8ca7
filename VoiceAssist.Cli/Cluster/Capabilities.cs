using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>Which APIs a cluster has, as far as objects and metrics depend on them.</summary>
/// <param name="Served">The kinds that are served, of those asked about: <c>apiVersion/kind</c>.</param>
/// <param name="Optional">Each optional API, there or not.</param>
internal sealed record Capabilities(IReadOnlySet<string> Served, IReadOnlyList<OptionalApi> Optional)
{
    /// <summary>Asks the cluster about the kinds of some objects and the optional APIs.</summary>
    public static async Task<Capabilities> ReadAsync(ApiCatalog catalog, IEnumerable<JsonObject> objects, CancellationToken cancel)
    {
        var kinds = objects.Select(ObjectRef.Of).Select(r => (r.ApiVersion, r.Kind)).Distinct().ToList();
        var served = await Task.WhenAll(kinds.Select(async k => await catalog.FindAsync(k.ApiVersion, k.Kind, cancel) is null ? null : Key(k.ApiVersion, k.Kind)));
        var optional = await Task.WhenAll(OptionalApi.All.Select(async a => a with { Version = (await catalog.AnsweringVersionAsync(a.Group, cancel))?.Split('/')[1] }));
        return new(served.OfType<string>().ToHashSet(StringComparer.Ordinal), optional);
    }

    public bool Serves(ObjectRef reference) => Served.Contains(Key(reference.ApiVersion, reference.Kind));

    /// <summary>Whether a server answers for an optional group.</summary>
    public bool Answers(string group) => Optional.Any(a => a.Group == group && a.IsThere);

    private static string Key(string apiVersion, string kind) => $"{apiVersion}/{kind}";
}
