using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Alerts on autoscalers: at the maximum, without a metric, shared metrics that the most pods do not bring down.</summary>
internal static class AutoscalerAlerts
{
    public const string AtMaximum = "AutoscalerAtMaximum";
    public const string Inactive = "AutoscalerInactive";
    public const string MetricMissing = "AutoscalerMetricMissing";
    public const string AboveTarget = "ScalingMetricAboveTarget";

    public static void Add(AlertBuilder alerts, EnvironmentContext environment, AlertRules rules)
    {
        var scaled = environment.Workloads.Where(MetricsDialect.IsScaled).ToArray();
        if (scaled.Length == 0)
        {
            return;
        }

        var which = $"horizontalpodautoscaler=~\"{AlertText.AnyOf(scaled.Select(ObjectNames.Autoscaler))}\"";
        var each = "on (namespace, horizontalpodautoscaler)";

        // One whose bounds are equal always wants its maximum.
        alerts.Add(
            AtMaximum,
            SeriesScope.Within(
                environment,
                $"kube_horizontalpodautoscaler_status_desired_replicas{{{which}}} >= {each} kube_horizontalpodautoscaler_spec_max_replicas"
                + $" > {each} kube_horizontalpodautoscaler_spec_min_replicas"),
            rules.AtMaximumFor,
            "{{ $labels.horizontalpodautoscaler }} in {{ $labels.namespace }} has wanted its maximum of {{ $value }} pods for " + PromDuration.Of(rules.AtMaximumFor) + ".");

        // At 0 replicas the controller switches itself off; that is no fault.
        alerts.Add(
            Inactive,
            SeriesScope.Within(
                environment,
                $"kube_horizontalpodautoscaler_status_condition{{{which},condition=\"ScalingActive\",status=\"false\"}} == 1"
                + $" and {each} kube_horizontalpodautoscaler_status_current_replicas > 0"),
            rules.FaultFor,
            "{{ $labels.horizontalpodautoscaler }} in {{ $labels.namespace }} does not scale: it gets no valid metrics.",
            "critical");

        // While another metric holds the replicas up, ScalingActive stays true although one that does not answer blocks every scale-down.
        alerts.Add(
            MetricMissing,
            SeriesScope.Within(
                environment,
                $"kube_horizontalpodautoscaler_spec_target_metric{{{which}}}"
                + " unless on (namespace, horizontalpodautoscaler, metric_name, metric_target_type) kube_horizontalpodautoscaler_status_target_metric"),
            rules.FaultFor,
            "{{ $labels.horizontalpodautoscaler }} in {{ $labels.namespace }} gets no value of {{ $labels.metric_name }}; it cannot scale down.");

        foreach (var workload in scaled)
        {
            foreach (var metric in workload.Scaling!.Metrics.Where(m => m.Source == ScalingMetricSource.External))
            {
                AddAboveTarget(alerts, environment, rules, workload, metric);
            }
        }
    }

    private static void AddAboveTarget(AlertBuilder alerts, EnvironmentContext environment, AlertRules rules, WorkloadModel workload, ScalingMetric metric)
    {
        if (ExportedMetrics.Find(environment, metric) is not { } exported)
        {
            return;
        }

        // What the most pods together should cope with; a Value is one figure however many pods there are.
        var threshold = metric.Target.Kind == ScalingTargetKind.AverageValue
            ? $"{metric.Target.Quantity} * {workload.Replicas.Max}"
            : metric.Target.Quantity;
        var query = MetricQuery.Of(
            exported,
            MetricQuery.Join(MetricQuery.Matchers(metric.Selector), SeriesScope.Matchers(environment)),
            MetricQuery.Window(environment.ScrapeInterval));
        alerts.Add(
            AboveTarget,
            $"{query} > {threshold}",
            rules.AboveTargetFor,
            $"{metric.Name} is {{{{ $value }}}}, more than {workload.Replicas.Max} pods of {workload.Name} should let it become ({threshold}).",
            "critical",
            [new("metric", metric.Name), new("workload", workload.Name)]);
    }
}
