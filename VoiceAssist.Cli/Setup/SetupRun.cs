using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.History;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Verify;

namespace VoiceAssist.Cli.Setup;

/// <summary>One setup of an environment, from the prerequisites to the verification.</summary>
internal sealed class SetupRun(ConnectedCluster cluster, PublishedEnvironment environment, SetupOptions options, Surroundings around)
{
    // What the controllers say only after their next passes.
    private static readonly string[] NeedsTime = ["metrics", "conditions", "recommendation", "budget"];

    private readonly Terminal _terminal = new(around);
    private readonly List<string> _done = [];
    private IReadOnlyList<OptionalApi> _optional = [];

    /// <summary>What has been done so far, for whoever has to clean up after a failure.</summary>
    public IReadOnlyList<string> Done => _done;

    /// <summary>Whether what is done can be rolled back.</summary>
    public bool IsRecorded { get; private set; }

    private string Space => environment.Namespace;

    /// <returns>Null when the person did not want it.</returns>
    /// <exception cref="FailureException">A prerequisite is missing, the cluster refused, or a rollout failed.</exception>
    public async Task<SetupReport?> RunAsync(CancellationToken cancel)
    {
        var wanted = await PrerequisitesAsync(cancel);
        var plan = await new SetupPlanner(cluster, options.Force).PlanAsync(wanted, environment.Plan.Secret, Space, cancel);
        SetupTexts.Print(plan, _terminal);
        if (plan.Conflicts.Count > 0)
        {
            throw new FailureException($"Others own fields that would change:{string.Concat(plan.Conflicts.Select(c => $"{Environment.NewLine}  {c}"))}{Environment.NewLine}Nothing was changed. Settle it with whoever manages them, or take them over with --force.");
        }

        if (options.DryRun)
        {
            return Report(plan, null, null);
        }

        int? number = null;
        if (!plan.ChangesNothing)
        {
            if (!options.Yes && !await Question.ConfirmAsync($"Change {plan.Pending.Count + (plan.NewSecret is null ? 0 : 1)} objects in namespace {Space} of context {cluster.Target.Context}?", "Nobody is there to confirm the changes: look at them with --dry-run, then give --yes.", around, cancel))
            {
                return null;
            }

            number = await ApplyAsync(plan, cancel);
            cluster.Catalog.Forget();
        }

        if (options.Wait > TimeSpan.Zero)
        {
            _terminal.Line("Rollout:");
            var workloads = plan.Objects.Select(o => o.Reference).Where(r => r.Kind is "Deployment" or "StatefulSet").ToList();
            await new RolloutWait(cluster, _terminal, around).WaitAsync(workloads, options.Wait, cancel);
        }

        try
        {
            var verification = await Verification.RunAsync(cluster, environment.Name, environment.Objects, TimeSpan.FromSeconds(environment.Plan.ScrapeIntervalSeconds), around.Time, cancel);
            return Report(plan, number, verification);
        }
        catch (Exception e) when (e is ClusterException or UnreachableException)
        {
            // All that was wanted is applied and rolled out: that nobody could look at it is no reason to undo it.
            return Report(plan, number, null) with { Unverified = e.Message };
        }
    }

    /// <summary>Whether a verification right after setup fails in something that time alone does not mend.</summary>
    public static bool IsBroken(Verification verification) => verification.Results.Any(r => r.Outcome == CheckOutcome.Broken && !NeedsTime.Contains(r.Check));

    private async Task<FittedObjects> PrerequisitesAsync(CancellationToken cancel)
    {
        if (cluster.Version.CompareTo(ClusterVersion.Parse(environment.Plan.MinimumKubernetes)) < 0)
        {
            throw new FailureException($"The cluster is Kubernetes {cluster.Version}; this tree needs {environment.Plan.MinimumKubernetes} or later. Publish one with an older MinimumKubernetes.");
        }

        var capabilities = await Capabilities.ReadAsync(cluster.Catalog, environment.Objects, cancel);
        var wanted = FittedObjects.Of(environment.Objects, capabilities);
        if (!capabilities.Answers(OptionalApi.Metrics))
        {
            var server = options.WithMetricsServer ? YamlDocuments.ReadFile(Path.Combine(environment.Folder, "metrics-server.yaml")) : [];
            wanted = new([.. wanted.Objects, .. server], options.WithMetricsServer ? wanted.LeftOut : [.. wanted.LeftOut, "Metrics Server: nothing serves metrics.k8s.io, so no autoscaler by CPU or memory works; give --with-metrics-server to install it"]);
        }

        var (setup, rollback) = await new Rights(cluster).MissingAsync(Touched(wanted), Space, cancel);
        if (setup.Count > 0)
        {
            throw new FailureException($"Context {cluster.Target.Context} may not: {string.Join(", ", setup)}. Nothing was changed; ask for these rights.");
        }

        _optional = capabilities.Optional;
        _terminal.Line($"Kubernetes {cluster.Version}, context {cluster.Target.Context} ({cluster.Target.Server}), namespace {Space}");
        SetupTexts.Print(_optional, _terminal);
        return rollback.Count == 0 ? wanted : wanted with { LeftOut = [.. wanted.LeftOut, $"Rolling back: this context may not {string.Join(", ", rollback)}"] };
    }

    private IEnumerable<ObjectRef> Touched(FittedObjects wanted) => wanted.Objects.Select(ObjectRef.Of).Append(new("v1", "Secret", Space, environment.Plan.Secret?.Name ?? ""));

    private async Task<int> ApplyAsync(SetupPlan plan, CancellationToken cancel)
    {
        // A new namespace first: without it the server refuses even to try the rest, and the record has no place.
        var spaces = plan.Pending.Where(o => o is { Reference.Kind: "Namespace", Action: PlannedAction.Create }).ToList();
        foreach (var space in spaces)
        {
            await ApplyAsync(space, cancel);
        }

        var rest = plan.Pending.Except(spaces).ToList();
        foreach (var created in rest.Where(o => o.Action == PlannedAction.Create))
        {
            await TryAsync(created, cancel);
        }

        var store = new RecordStore(cluster.Client, Space);
        var number = await RecordAsync(store, plan, cancel);
        if (plan.NewSecret is not null)
        {
            await cluster.Client.CreateAsync($"/api/v1/namespaces/{Space}/secrets", GeneratedSecret.Of(environment.Plan.Secret!, Space), cancel);
            Say($"Secret {plan.NewSecret} generated");
            if (GeneratedSecret.HasClientKey(environment.Plan.Secret!))
            {
                Say($"the first API key: kubectl --namespace {Space} get secret {plan.NewSecret} --output go-template='{{{{index .data \"{GeneratedSecret.ClientKey}\" | base64decode}}}}'");
            }
        }

        foreach (var planned in rest)
        {
            await ApplyAsync(planned, cancel);
        }

        await store.MarkAsync(number, RecordState.Complete, cancel);
        await store.PruneAsync(cancel);
        return number;
    }

    // Written before the first change, so that whatever breaks off half-way can be undone.
    private async Task<int> RecordAsync(RecordStore store, SetupPlan plan, CancellationToken cancel)
    {
        var number = (await store.ListAsync(cancel)).Select(r => r.Number).DefaultIfEmpty().Max() + 1;
        var entries = plan.Pending.Select(o => o.ToRecord()).ToList();
        if (plan.NewSecret is { } secret)
        {
            entries.Add(new(new("v1", "Secret", Space, secret), null));
        }

        await store.AddAsync(new() { Number = number, Environment = environment.Name, Started = around.Time.GetUtcNow(), State = RecordState.Pending, Entries = entries }, cancel);
        IsRecorded = true;
        Say($"setup {number} recorded");
        return number;
    }

    private async Task TryAsync(PlannedObject planned, CancellationToken cancel)
    {
        try
        {
            await cluster.Client.ApplyAsync(planned.Path, planned.Document, options.Force, dryRun: true, cancel);
        }
        catch (ClusterException refused)
        {
            throw new FailureException($"{planned.Reference} would be refused: {refused.Message}");
        }
    }

    private async Task ApplyAsync(PlannedObject planned, CancellationToken cancel)
    {
        try
        {
            await cluster.Client.ApplyAsync(planned.Path, planned.Document, options.Force, dryRun: false, cancel);
            Say($"{planned.Reference} {SetupTexts.Past(planned.Action)}");
        }
        catch (ClusterException refused)
        {
            throw new FailureException($"{planned.Reference} was refused: {refused.Message}");
        }
    }

    private void Say(string what)
    {
        _done.Add(what);
        _terminal.Line("  " + what);
    }

    private SetupReport Report(SetupPlan plan, int? number, Verification? verification) => new(
        environment.Name,
        cluster.Target.Context,
        Space,
        number,
        [
            .. plan.NewSecret is { } secret ? [new SetupReport.ChangedObject($"Secret {secret}", PlannedAction.Create, [])] : Array.Empty<SetupReport.ChangedObject>(),
            .. plan.Pending.Select(o => new SetupReport.ChangedObject(o.Reference.ToString(), o.Action, [.. o.Changes.Select(c => c.ToString())])),
        ],
        _optional,
        plan.LeftOut,
        cluster.Client.Warnings,
        verification);
}
