using Microsoft.Extensions.Logging;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>The autoscaler of one workload: looks at live metrics, asks the engine, and moves replicas.</summary>
internal sealed class LocalAutoscaler(LocalWorkload workload, CompressedTime time, HttpClient client, ReplicaControl replicas, ILogger logger)
{
    private readonly Reconciler _reconciler = new();
    private readonly AutoscalerState _state = new();
    private Decision? _last;

    /// <summary>One pass.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        workload.Usage.Update(time);
        await workload.Scrapes.UpdateAsync(client, time, cancellationToken).ConfigureAwait(false);
        var decision = _reconciler.Reconcile(workload.Spec, _state, Observe());
        Log(decision);
        _last = decision;
        if (decision.Rescaled)
        {
            workload.Add(new(time.Seconds, decision.Current, decision.Desired, decision.Driving?.Metric.DisplayName ?? ""));
            ReplicaControl.Want(workload, decision.Desired);
        }

        replicas.Converge(workload, cancellationToken);
    }

    public RehearsedWorkload Report() => new()
    {
        Name = workload.Name,
        Autoscaler = k8s.KubernetesJson.Serialize(workload.Policies.Autoscaler),
        CpuRequest = workload.Policies.Requests.Cpu.Millicores,
        MemoryRequest = workload.Policies.Requests.Memory.Bytes,
        CpuLimit = workload.Policies.Limits.Cpu.Millicores,
        MemoryLimit = workload.Policies.Limits.Memory.Bytes,
        ScrapeSeconds = workload.Policies.ScrapeInterval.TotalSeconds,
        Wanted = workload.Wanted,
        Current = workload.Wanted,
        Ready = workload.Pods.Count(p => p.IsReady),
        UsedCores = workload.Usage.Cores,
        Metrics = [.. (_last?.Metrics ?? []).Select(Report)],
        Why = _last is { } decision ? Reason(decision) : "no pass yet",
        Changes = workload.Changes,
    };

    private static RehearsedMetric Report(MetricEvaluation metric) => new(
        metric.Metric.DisplayName,
        metric.HasFailed ? null
            : metric.Utilization is { } percent ? $"{percent} %"
            : Milli.ToText(metric.Value) + (metric.Metric.Target.Kind == TargetKind.AverageValue ? " per pod" : ""),
        $"{metric.Metric.Target}",
        metric.HasFailed ? null : Math.Round(metric.Ratio * 100, 1),
        metric.Error);

    // The engine explains in lines; a log line holds the figures that decided, the windows and policies that held back, and the result.
    private static string Reason(Decision decision) => string.Join(" ", decision.Explain().Split('\n').Where(l => IsTelling(l, decision)));

    private static bool IsTelling(string line, Decision decision) =>
        line.StartsWith("Result", StringComparison.Ordinal)
        || line.StartsWith("Limited", StringComparison.Ordinal)
        || line.StartsWith("Nothing", StringComparison.Ordinal)
        || line.StartsWith("Below", StringComparison.Ordinal)
        || line.StartsWith("Above", StringComparison.Ordinal)
        || (line.StartsWith("Stabilization", StringComparison.Ordinal) && decision.Stabilization is { } s && s.Stabilized != s.Raw)
        || (line.StartsWith("Metric ", StringComparison.Ordinal) && decision.Driving is { } driving && line.Contains(driving.Metric.DisplayName, StringComparison.Ordinal));

    private Observation Observe() => new()
    {
        Now = time.Now,
        SpecReplicas = workload.Wanted,
        StatusReplicas = workload.Wanted,
        Pods = [.. workload.Pods.Where(p => p.Exists).Select(p => p.Observe(time, workload.Policies.Requests))],
        Metrics = [.. workload.Spec.Metrics.Select(m => m.Kind is MetricSourceKind.Resource or MetricSourceKind.ContainerResource
            ? workload.Usage.Observe(m.Name)
            : workload.Scrapes.Observe(m.Name, time))],
    };

    private void Log(Decision decision)
    {
        if (decision.Rescaled)
        {
            logger.LogInformation("{Workload} {From} -> {To}: {Reason}", workload.Name, decision.Current, decision.Desired, Reason(decision));
        }
        else
        {
            // Most passes change nothing: one line each, short, so that a change stands out.
            logger.LogInformation("{Workload} stays at {Replicas}: {Reason}", workload.Name, decision.Current, decision.Error ?? Reason(decision));
        }
    }
}
