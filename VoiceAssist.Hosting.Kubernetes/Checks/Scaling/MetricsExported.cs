using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Scaling;

/// <summary>A custom metric must be one that a workload says it exports, and of the same kind.</summary>
internal sealed class MetricsExported : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK207", Severity.Error, "An autoscaler uses a metric that nothing exports")
    {
        Why = "A metric that does not answer blocks every scale-down and, if it is the only one, every scale-up. A metric of something shared (a queue's depth) used as a Pods metric is as bad: "
            + "every pod reports the same number and the autoscaler runs to its maximum whatever the number of pods.",
        Do = "Let the workload say what it exports and use that name: Pods for a metric of each pod, exported by the scaled workload itself; External for one that is shared. "
            + "Of resources the metrics API knows cpu and memory only.",
        Sample = "worker.WithMonitoring(m => m.Exports(new ExportedMetric(\"queue_depth\", ScalingMetricSource.External, \"queue_depth\", \"max(queue_depth{$selector})\")))\n"
            + "      .WithHorizontalScaling(s => s.ExternalMetric(\"queue_depth\", ScalingTarget.Average(\"50\")));",
        Source = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-metrics-apis",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan) =>
        from autoscaler in Autoscaler.Of(plan)
        from metric in autoscaler.Metrics
        let problem = Problem(plan, autoscaler, metric)
        where problem is not null
        select Found(plan, autoscaler.Planned, $"{metric.Name()}: {problem}", Place(plan, autoscaler, metric));

    private static string? Problem(EnvironmentPlan plan, Autoscaler autoscaler, V2MetricSpec metric) => metric switch
    {
        { Resource: { Name: var name } } => KnownResource(name),
        { ContainerResource: { } resource } => KnownResource(resource.Name) ?? KnownContainer(plan, autoscaler, resource.Container),
        { Pods: { } pods } => Exported(plan, pods.Metric, ScalingMetricSource.Pods, autoscaler.TargetName),
        { External: { } external } when autoscaler.IsKeda => Exported(plan, external.Metric, null, null),
        { External: { } external } => Exported(plan, external.Metric, ScalingMetricSource.External, null),
        { ObjectProperty: { DescribedObject: { } described } } => KnownObject(plan, described),
        _ => null,
    };

    private static string? KnownResource(string? name) => name is "cpu" or "memory" ? null : $"the metrics API serves cpu and memory, not {name}";

    private static string? KnownContainer(EnvironmentPlan plan, Autoscaler autoscaler, string? container)
    {
        var pods = PodTemplate.Of(plan).FirstOrDefault(autoscaler.Scales);
        return pods is null || pods.Running.Any(c => c.Name == container)
            ? null
            : $"{pods.Planned} has no container {container}, only {string.Join(", ", pods.Running.Select(c => c.Name))}";
    }

    private static string? KnownObject(EnvironmentPlan plan, V2CrossVersionObjectReference described)
    {
        var ofKind = plan.Objects.Where(o => o.Object.Kind == described.Kind).ToArray();
        return ofKind.Length == 0 || ofKind.Any(o => o.Object.Metadata.Name == described.Name)
            ? null
            : $"there is no {described.Kind} {described.Name}, only {string.Join(", ", ofKind.Select(o => o.Object.Metadata.Name))}";
    }

    private static string? Exported(EnvironmentPlan plan, V2MetricIdentifier? metric, ScalingMetricSource? source, string? by)
    {
        var all = plan.Context.Workloads.SelectMany(w => (w.Monitoring?.Metrics ?? []).Select(m => (Workload: w.Name, Metric: m))).ToArray();
        var named = all.Where(m => m.Metric.Name == metric?.Name).ToArray();
        if (named.Length == 0)
        {
            return $"no workload exports it; exported: {(all.Length == 0 ? "nothing" : string.Join(", ", all.Select(m => m.Metric.Name).Distinct()))}";
        }

        // KEDA asks Prometheus itself and may use a metric of either kind.
        var ofSource = named.Where(m => source is null || m.Metric.Source == source).ToArray();
        if (ofSource.Length == 0)
        {
            return $"{named[0].Workload} exports it as {named[0].Metric.Source}, not {source}";
        }

        if (by is not null && ofSource.All(m => m.Workload != by))
        {
            return $"{ofSource[0].Workload} exports it, but {by} is what is scaled";
        }

        var asked = metric?.Selector?.MatchLabels ?? new Dictionary<string, string>();
        var other = ofSource.Select(m => m.Metric).FirstOrDefault(m => asked.Any(a => m.Labels.TryGetValue(a.Key, out var value) && value != a.Value));
        return other is not null && ofSource.All(m => asked.Any(a => m.Metric.Labels.TryGetValue(a.Key, out var value) && value != a.Value))
            ? $"it is exported with {string.Join(",", other.Labels.Select(l => $"{l.Key}={l.Value}"))}"
            : null;
    }

    private static SourceLocation? Place(EnvironmentPlan plan, Autoscaler autoscaler, V2MetricSpec metric)
    {
        var name = metric.Pods?.Metric?.Name ?? metric.External?.Metric?.Name ?? metric.ObjectProperty?.Metric?.Name ?? metric.Resource?.Name ?? metric.ContainerResource?.Name;
        return plan.Workload(autoscaler.TargetName)?.Scaling?.Metrics.FirstOrDefault(m => m.Name == name)?.At ?? plan.Place<HorizontalScalingPolicy>(autoscaler.TargetName);
    }
}
