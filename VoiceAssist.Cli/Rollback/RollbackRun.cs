using System.Net;
using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.History;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Rollback;

/// <summary>Undoes setups by their records.</summary>
internal sealed class RollbackRun(ConnectedCluster cluster, string space, bool deleteData, Surroundings around)
{
    private const int MostAttempts = 10;

    private readonly RecordStore _store = new(cluster.Client, space);
    private readonly Terminal _terminal = new(around);

    /// <summary>What would be undone, in the order in which it is done.</summary>
    /// <param name="to">The setup to go back before; null for the newest that still stands.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="FailureException">No such setup, or none at all.</exception>
    public async Task<RollbackPlan> PlanAsync(int? to, CancellationToken cancel)
    {
        var records = await _store.ListAsync(cancel);
        var standing = records.Where(r => r.State != RecordState.RolledBack).ToList();
        if (standing.Count == 0)
        {
            throw new FailureException($"There is no setup to roll back in namespace {space} of context {cluster.Target.Context}.");
        }

        var first = to ?? standing[^1].Number;
        if (standing.TrueForAll(r => r.Number != first))
        {
            throw new FailureException($"--to: setup {first} is not among those that can be rolled back: {string.Join(", ", standing.Select(r => r.Number))}.");
        }

        // The oldest record that knows an object tells how it was before all of them.
        var undone = standing.Where(r => r.Number >= first).ToList();
        var entries = undone.SelectMany(r => r.Entries).DistinctBy(e => e.Reference).Reverse().ToList();
        var steps = await Task.WhenAll(entries.Select(async e =>
        {
            var path = await cluster.Catalog.PathOfAsync(e.Reference, cancel);
            return RestoreStep.Of(e, path, path is null ? null : await cluster.Client.GetAsync(path, cancel), deleteData);
        }));
        return new([.. undone.Select(r => r.Number)], [.. steps.OrderBy(s => s.Action == RestoreAction.Delete && s.Reference.Kind == "Namespace")]);
    }

    /// <summary>Plans and undoes.</summary>
    public async Task<RollbackPlan> RunAsync(int? to, CancellationToken cancel)
    {
        var plan = await PlanAsync(to, cancel);
        await ApplyAsync(plan, cancel);
        return plan;
    }

    public async Task ApplyAsync(RollbackPlan plan, CancellationToken cancel)
    {
        foreach (var step in plan.Steps)
        {
            if (step.Path is { } path)
            {
                await ApplyAsync(step, path, cancel);
            }

            _terminal.Line($"  {RollbackTexts.Past(step)}");
        }

        if (plan.Steps.Any(s => s is { Action: RestoreAction.Delete, Reference.Kind: "Namespace" } && s.Reference.Name == space))
        {
            return;
        }

        foreach (var number in plan.Setups)
        {
            await (deleteData ? _store.RemoveAsync(number, cancel) : _store.MarkAsync(number, RecordState.RolledBack, cancel));
        }
    }

    private async Task ApplyAsync(RestoreStep step, string path, CancellationToken cancel)
    {
        switch (step.Action)
        {
            case RestoreAction.Delete:
                await cluster.Client.DeleteAsync(path, cancel);
                await DeleteVolumesAsync(step.Live!, cancel);
                break;
            case RestoreAction.Recreate:
                var made = step.Wanted!.DeepClone().AsObject();
                made["metadata"]!.AsObject().Remove("managedFields");
                await cluster.Client.CreateAsync(path[..path.LastIndexOf('/')], made, cancel);
                break;
            case RestoreAction.Restore:
                await RestoreAsync(step, path, cancel);
                break;
        }
    }

    // A StatefulSet leaves its claims behind; they carry the labels of its selector.
    private async Task DeleteVolumesAsync(JsonObject deleted, CancellationToken cancel)
    {
        if (!deleteData || (string?)deleted["kind"] != "StatefulSet" || deleted["spec"]?["selector"]?["matchLabels"] is not JsonObject labels)
        {
            return;
        }

        var claims = $"/api/v1/namespaces/{space}/persistentvolumeclaims";
        foreach (var claim in await cluster.Client.ListAsync(claims, cancel, "labelSelector=" + Uri.EscapeDataString(string.Join(',', labels.Select(l => $"{l.Key}={l.Value}")))))
        {
            await cluster.Client.DeleteAsync($"{claims}/{claim["metadata"]!["name"]}", cancel);
            _terminal.Line($"  PersistentVolumeClaim {claim["metadata"]!["name"]} deleted");
        }
    }

    /// <summary>
    /// Controllers write states all the time, and autoscalers replicas: such a change since the plan does not matter. Of anything else
    /// it is better to fail than to lose it.
    /// </summary>
    private async Task<JsonObject> WriteAsync(RestoreStep step, string path, JsonObject wanted, CancellationToken cancel)
    {
        var keepsReplicas = JsonNode.DeepEquals(wanted["spec"]?["replicas"], step.Live!["spec"]?["replicas"]);
        for (var attempt = 1; ; attempt++)
        {
            var now = await cluster.Client.GetAsync(path, cancel) ?? throw new FailureException($"{step.Reference} is gone: somebody deleted it meanwhile.");
            if (LiveObject.Changes(step.Live!, now, ignoreReplicas: true) is { Count: > 0 } changes)
            {
                throw new FailureException($"{step.Reference} was changed meanwhile ({string.Join(", ", changes.Select(c => c.Path))}): look at it, then roll back again.");
            }

            wanted["metadata"]!["resourceVersion"] = now["metadata"]!["resourceVersion"]!.DeepClone();
            if (keepsReplicas && now["spec"]?["replicas"] is { } replicas)
            {
                wanted["spec"]!["replicas"] = replicas.DeepClone();
            }

            try
            {
                return await cluster.Client.UpdateAsync(path, wanted, cancel);
            }
            catch (ClusterException overtaken) when (overtaken.Status == HttpStatusCode.Conflict && attempt < MostAttempts)
            {
                // Its state was written between reading and writing.
            }
        }
    }

    private async Task RestoreAsync(RestoreStep step, string path, CancellationToken cancel)
    {
        var wanted = step.Wanted!.DeepClone().AsObject();
        var owners = wanted["metadata"]!["managedFields"]?.DeepClone() as JsonArray;
        wanted["metadata"]!.AsObject().Remove("managedFields");
        var restored = await WriteAsync(step, path, wanted, cancel);
        if (owners is null)
        {
            return;
        }

        // Whoever managed the fields before manages them again, so that their next apply meets no conflict with us.
        var status = LiveObject.Managers(restored).Where(m => (string?)m["subresource"] == "status").Select(m => m.DeepClone());
        var all = new JsonArray([.. owners.Where(o => (string?)o!["subresource"] != "status").Select(o => o!.DeepClone()), .. status]);
        await cluster.Client.MergeAsync(path, new JsonObject { ["metadata"] = new JsonObject { ["managedFields"] = all } }, cancel);
    }
}
