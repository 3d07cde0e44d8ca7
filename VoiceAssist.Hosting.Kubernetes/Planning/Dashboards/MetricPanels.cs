using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>A graph per metric of an autoscaler: what it is, and what it should be.</summary>
internal static class MetricPanels
{
    public static IEnumerable<DashboardPanel> Of(EnvironmentContext environment, WorkloadModel workload) =>
        workload.Scaling!.Metrics.Index().Select(m => Panel(environment, workload, m.Index, m.Item));

    private static DashboardPanel Panel(EnvironmentContext environment, WorkloadModel workload, int index, ScalingMetric metric)
    {
        var which = $"{DashboardVariables.InNamespace},horizontalpodautoscaler=\"{ObjectNames.Autoscaler(workload)}\"";
        var inAutoscaler = $"{{{which},metric_name=\"{MetricsDialect.NameInAutoscaler(environment, workload, index)}\",metric_target_type=\"{TargetType(metric.Target.Kind)}\"}}";
        var target = $"kube_horizontalpodautoscaler_spec_target_metric{inAutoscaler}";
        var seen = new DashboardQuery($"kube_horizontalpodautoscaler_status_target_metric{inAutoscaler}", "as the autoscaler sees it");
        var title = $"{workload.Name}: {metric.Name}";
        if (metric.Source is ScalingMetricSource.Resource or ScalingMetricSource.ContainerResource)
        {
            var unit = metric.Target.Kind == ScalingTargetKind.Utilization ? "percent" : metric.Name == "memory" ? "bytes" : "short";
            DashboardQuery[] pods = Usage(workload, metric) is { } usage ? [new(usage, "{{pod}}")] : [];
            return new(title, unit, [.. pods, seen, new(target, "target", IsBound: true)]);
        }

        if (ExportedMetrics.Find(environment, metric) is not { } exported)
        {
            return new(title, "short", seen, new(target, "target", IsBound: true));
        }

        var matchers = MetricQuery.Join(MetricQuery.Matchers(metric.Selector), DashboardVariables.InNamespace);
        var query = MetricQuery.Of(exported, matchers, DashboardVariables.RateInterval);
        return metric is { Source: ScalingMetricSource.External, Target.Kind: ScalingTargetKind.AverageValue }
            ? new(
                title,
                "short",
                new(query, "all together"),
                new($"{target} * on (namespace, horizontalpodautoscaler) group_left () kube_horizontalpodautoscaler_status_current_replicas{{{which}}}", "target of the current pods", IsBound: true))
            : new(title, "short", new(query, metric.Source == ScalingMetricSource.Pods ? "{{pod}}" : metric.Name), new(target, "target", IsBound: true));
    }

    /// <summary>What each pod uses, in the target's unit; null for a resource that cAdvisor does not measure.</summary>
    private static string? Usage(WorkloadModel workload, ScalingMetric metric)
    {
        var pods = $"{DashboardVariables.InNamespace},pod=~\"{workload.Name}-.+\",container=\"{metric.Container ?? workload.ContainerName}\"";
        var used = metric.Name switch
        {
            "cpu" => $"sum by (pod) (rate(container_cpu_usage_seconds_total{{{pods}}}[{DashboardVariables.RateInterval}]))",
            "memory" => $"sum by (pod) (container_memory_working_set_bytes{{{pods}}})",
            _ => null,
        };
        return used is not null && metric.Target.Kind == ScalingTargetKind.Utilization
            ? $"100 * {used} / sum by (pod) (kube_pod_container_resource_requests{{{pods},resource=\"{metric.Name}\"}})"
            : used;
    }

    /// <summary>The label <c>metric_target_type</c> of kube-state-metrics.</summary>
    private static string TargetType(ScalingTargetKind kind) => kind switch
    {
        ScalingTargetKind.Utilization => "utilization",
        ScalingTargetKind.AverageValue => "average",
        _ => "value",
    };
}
