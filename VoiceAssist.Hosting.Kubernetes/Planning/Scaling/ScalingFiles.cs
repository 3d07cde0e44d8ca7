namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>Where the objects of scaling and monitoring stand in the published tree.</summary>
internal static class ScalingFiles
{
    public const string Limits = "resource-limits.yaml";
    public const string VerticalAutoscalers = "vpa-config.yaml";
    public const string DisruptionBudgets = "pod-disruption-budget.yaml";
    public const string Alerts = "alerts.yaml";
    public const string MetricsServer = "metrics-server.yaml";
    public const string Monitoring = "monitoring";

    /// <summary>The workload's autoscaler and its ServiceMonitor.</summary>
    public static string AutoscalerOf(WorkloadModel workload) => workload.Workload.AutoscalerFile ?? $"{workload.Component}-hpa.yaml";
}
