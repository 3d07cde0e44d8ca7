namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>The series beside the workloads' own that alerts and dashboards use.</summary>
internal static class PlatformMetrics
{
    /// <summary>Of Prometheus itself.</summary>
    public static readonly IReadOnlySet<string> Prometheus = new HashSet<string> { "up" };

    /// <summary>Of kube-state-metrics 2.6 and later (its <c>docs/metrics</c>).</summary>
    public static readonly IReadOnlySet<string> KubeStateMetrics = new HashSet<string>
    {
        "kube_horizontalpodautoscaler_spec_max_replicas",
        "kube_horizontalpodautoscaler_spec_min_replicas",
        "kube_horizontalpodautoscaler_spec_target_metric",
        "kube_horizontalpodautoscaler_status_condition",
        "kube_horizontalpodautoscaler_status_current_replicas",
        "kube_horizontalpodautoscaler_status_desired_replicas",
        "kube_horizontalpodautoscaler_status_target_metric",
        "kube_pod_container_resource_requests",
        "kube_pod_container_status_restarts_total",
        "kube_pod_container_status_waiting_reason",
        "kube_poddisruptionbudget_status_current_healthy",
        "kube_poddisruptionbudget_status_desired_healthy",
        "kube_poddisruptionbudget_status_expected_pods",
        "kube_poddisruptionbudget_status_pod_disruptions_allowed",
        "kube_resourcequota",
    };

    /// <summary>Of the kubelet's cAdvisor.</summary>
    public static readonly IReadOnlySet<string> Cadvisor = new HashSet<string>
    {
        "container_cpu_usage_seconds_total",
        "container_memory_working_set_bytes",
    };

    public static bool Has(string series) => Prometheus.Contains(series) || KubeStateMetrics.Contains(series) || Cadvisor.Contains(series);
}
