using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Explain;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Status;

/// <summary>Reads a namespace's status.</summary>
internal sealed class StatusReader(ConnectedCluster cluster, TimeProvider time)
{
    private readonly AutoscalerReader _autoscalers = new(cluster, time);

    public async Task<StatusReport> ReadAsync(string space, CancellationToken cancel)
    {
        var autoscalers = _autoscalers.ReadAllAsync(space, cancel);
        var quotas = OptionalListAsync($"/api/v1/namespaces/{space}/resourcequotas", cancel);
        var budgets = OptionalListAsync($"/apis/policy/v1/namespaces/{space}/poddisruptionbudgets", cancel);
        await Task.WhenAll(autoscalers, quotas, budgets);
        return new(
            cluster.Target.Context,
            space,
            time.GetUtcNow(),
            [.. (await autoscalers).Select(Workload)],
            [.. (await quotas).SelectMany(Quotas)],
            [.. (await budgets).Select(Budget)]);
    }

    private static WorkloadStatus Workload(LiveAutoscaler live)
    {
        var why = Why.Of(live);
        var decision = ReconstructedPass.Of(live);
        var spec = live.Spec;
        var scaled = live.Scalings.Count > 0 ? live.Scalings[^1] : null;
        return new(
            live.Name,
            live.Target,
            live.Observation.SpecReplicas,
            live.Observation.Pods.Count(p => p.IsRunningAndReady),
            live.Autoscaler.Status?.DesiredReplicas ?? 0,
            spec.MinReplicas,
            spec.MaxReplicas,
            [.. spec.Metrics.Select((m, i) => Metric(m, decision.Metrics.ElementAtOrDefault(i)))],
            scaled?.Time ?? (live.Autoscaler.Status?.LastScaleTime is { } last ? new(DateTime.SpecifyKind(last, DateTimeKind.Utc)) : null),
            scaled?.Size,
            scaled?.Reason,
            why.Text,
            why.IsReconstructed)
        {
            IsTrouble = why.IsTrouble,
        };
    }

    private static MetricStatus Metric(MetricSpec metric, MetricEvaluation? evaluation) => evaluation switch
    {
        null => new(metric.DisplayName, null, $"{metric.Target}", null, null, "not read: the number of replicas is outside the bounds, or the target cannot be read"),
        { HasFailed: true } => new(metric.DisplayName, null, $"{metric.Target}", null, null, evaluation.Error),
        _ => new(
            metric.DisplayName,
            evaluation.Utilization is { } percent ? $"{percent} %" : Milli.ToText(evaluation.Value) + (metric.Target.Kind == TargetKind.AverageValue ? " per pod" : ""),
            $"{metric.Target}",
            Math.Round(evaluation.Ratio * 100, 1),
            evaluation.Proposal,
            null),
    };

    private static IEnumerable<QuotaStatus> Quotas(JsonObject quota) =>
        from hard in quota["status"]?["hard"] as JsonObject ?? quota["spec"]?["hard"] as JsonObject ?? []
        let used = (quota["status"]?["used"]?[hard.Key])?.ToString() ?? "0"
        let limit = Milli.Parse(hard.Value!.ToString())
        select new QuotaStatus((string)quota["metadata"]!["name"]!, hard.Key, used, hard.Value!.ToString(), limit == 0 ? 0 : Math.Round(100.0 * Milli.Parse(used) / limit, 1));

    private static BudgetStatus Budget(JsonObject budget)
    {
        var status = budget["status"];
        return new((string)budget["metadata"]!["name"]!, Number("disruptionsAllowed"), Number("currentHealthy"), Number("desiredHealthy"), Number("expectedPods"));

        int Number(string field) => (int?)status?[field] ?? 0;
    }

    // Not everybody may read quotas and budgets; the autoscalers are what was asked for.
    private async Task<IReadOnlyList<JsonObject>> OptionalListAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await cluster.Client.ListAsync(path, cancel);
        }
        catch (ClusterException)
        {
            return [];
        }
    }
}
