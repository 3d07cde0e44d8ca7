using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace VoiceAssist.Cli.Cluster;

/// <summary>What the cluster serves (discovery), asked once for each group.</summary>
internal sealed class ApiCatalog(ClusterClient client)
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<ApiKind>>> _kinds = new(StringComparer.Ordinal);
    private Task<IReadOnlyDictionary<string, string>>? _groups;

    /// <returns>Null where the cluster does not serve the kind.</returns>
    public async Task<ApiKind?> FindAsync(string groupVersion, string kind, CancellationToken cancel) =>
        (await KindsAsync(groupVersion, cancel)).FirstOrDefault(k => k.Kind == kind);

    /// <summary>The version of a group that answers, its preferred one.</summary>
    /// <returns>Null where the group does not exist or its server does not answer (an APIService that is not available).</returns>
    public async Task<string?> AnsweringVersionAsync(string group, CancellationToken cancel)
    {
        if (_groups is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _groups = ReadGroupsAsync(cancel);
        }

        var groups = await _groups;
        if (!groups.TryGetValue(group, out var groupVersion))
        {
            return null;
        }

        try
        {
            // A server that is away is no reason to wait: it is asked again at the next look.
            return await client.GetAsync($"/apis/{groupVersion}", cancel, repeat: false) is null ? null : groupVersion;
        }
        catch (Exception e) when (e is ClusterException or UnreachableException)
        {
            return null;
        }
    }

    /// <returns>Null where the cluster does not serve the object's kind.</returns>
    public async Task<string?> PathOfAsync(ObjectRef reference, CancellationToken cancel) =>
        (await FindAsync(reference.ApiVersion, reference.Kind, cancel))?.ObjectPath(reference.Namespace, reference.Name);

    /// <summary>Asks anew from now on: something may have been installed.</summary>
    public void Forget()
    {
        _groups = null;
        _kinds.Clear();
    }

    private Task<IReadOnlyList<ApiKind>> KindsAsync(string groupVersion, CancellationToken cancel)
    {
        if (_kinds.TryGetValue(groupVersion, out var known) && known is { IsFaulted: true } or { IsCanceled: true })
        {
            _kinds.TryRemove(groupVersion, out _);
        }

        return _kinds.GetOrAdd(groupVersion, _ => ReadKindsAsync(groupVersion, cancel));
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadGroupsAsync(CancellationToken cancel)
    {
        var list = await client.GetAsync("/apis", cancel);
        return (list?["groups"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(g => (string)g["name"]!, g => (string)g["preferredVersion"]!["groupVersion"]!, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ApiKind>> ReadKindsAsync(string groupVersion, CancellationToken cancel)
    {
        var list = await client.GetAsync(groupVersion.Contains('/', StringComparison.Ordinal) ? $"/apis/{groupVersion}" : $"/api/{groupVersion}", cancel);
        return [.. (list?["resources"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(r => !((string)r["name"]!).Contains('/', StringComparison.Ordinal))
            .Select(r => new ApiKind(groupVersion, (string)r["kind"]!, (string)r["name"]!, (bool)r["namespaced"]!))];
    }
}
