using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Setup;

/// <summary>Compares what is wanted with what is there, by the server's own dry run.</summary>
internal sealed class SetupPlanner(ConnectedCluster cluster, bool force)
{
    public async Task<SetupPlan> PlanAsync(FittedObjects wanted, PublishedPlan.PlannedSecret? secret, string space, CancellationToken cancel)
    {
        var spaceExists = await cluster.GetAsync(new("v1", "Namespace", "", space), cancel) is not null;
        var scaled = spaceExists ? await ScaledAsync(space, cancel) : [];
        var results = await Task.WhenAll(wanted.Objects.Select(o => PlanAsync(o, scaled, cancel)));
        return new(
            [.. results.Select(r => r.Planned)],
            [.. results.SelectMany(r => r.Conflicts)],
            wanted.LeftOut,
            secret is null || (spaceExists && await SecretExistsAsync(secret, space, cancel)) ? null : secret.Name);
    }

    private async Task<(PlannedObject Planned, IReadOnlyList<string> Conflicts)> PlanAsync(JsonObject document, HashSet<(string Kind, string Name)> scaled, CancellationToken cancel)
    {
        var reference = ObjectRef.Of(document);
        var path = await cluster.Catalog.PathOfAsync(reference, cancel) ?? throw new FailureException($"{reference} cannot be applied: the cluster does not serve {reference.ApiVersion}.");
        var live = await cluster.Client.GetAsync(path, cancel);
        var isScaled = scaled.Contains((reference.Kind, reference.Name));
        if (live is null)
        {
            return (new(path, document, PlannedAction.Create, null, [], false), []);
        }

        try
        {
            var changes = LiveObject.Changes(live, await cluster.Client.ApplyAsync(path, document, force, dryRun: true, cancel), isScaled);
            var action = changes.Count > 0 ? PlannedAction.Change : LiveObject.IsOurs(live) ? PlannedAction.Keep : PlannedAction.Adopt;
            return (new(path, document, action, live, changes, isScaled), []);
        }
        catch (ClusterException conflict) when (conflict.IsOwnershipConflict)
        {
            return (new(path, document, PlannedAction.Change, live, [], isScaled), [.. conflict.Causes.Select(c => $"{reference} {c.Field}: {c.Message}")]);
        }
        catch (ClusterException refused)
        {
            throw new FailureException($"{reference} would be refused: {refused.Message}");
        }
    }

    private async Task<HashSet<(string Kind, string Name)>> ScaledAsync(string space, CancellationToken cancel)
    {
        var autoscalers = await cluster.Client.ListAsync($"/apis/autoscaling/v2/namespaces/{space}/horizontalpodautoscalers", cancel);
        return [.. autoscalers.Select(a => a["spec"]!["scaleTargetRef"]!).Select(t => ((string)t["kind"]!, (string)t["name"]!))];
    }

    // A value once made must stay: Postgres knows its password from its first start.
    private async Task<bool> SecretExistsAsync(PublishedPlan.PlannedSecret secret, string space, CancellationToken cancel)
    {
        if (await cluster.GetAsync(new("v1", "Secret", space, secret.Name), cancel) is not { } live)
        {
            return false;
        }

        var missing = secret.Keys.Where(k => live["data"]?[k] is null).ToList();
        return missing.Count == 0
            ? true
            : throw new FailureException($"Secret {secret.Name} in namespace {space} lacks {string.Join(", ", missing)}. Add what the workloads should use: kubectl --namespace {space} patch secret {secret.Name} --type merge -p '{{\"stringData\":{{\"{missing[0]}\":\"...\"}}}}'");
    }
}
