using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>Which workloads an HPA of ours scales, and which KEDA does.</summary>
internal static class MetricsDialect
{
    public static bool IsScaled(WorkloadModel workload) => workload.Scaling?.ReplicaBounds is not null;

    /// <summary>External metrics come from KEDA where the cluster has it: it claims external.metrics.k8s.io for itself.</summary>
    public static bool UsesKeda(EnvironmentContext environment, WorkloadModel workload) =>
        environment.Cluster.MetricsBackend == MetricsBackend.Keda
        && IsScaled(workload)
        && workload.Scaling!.Metrics.Any(m => m.Source == ScalingMetricSource.External);

    /// <summary>The metric's name in the HPA, and so in what kube-state-metrics says of it: KEDA's own has names by trigger.</summary>
    public static string NameInAutoscaler(EnvironmentContext environment, WorkloadModel workload, int index)
    {
        var metric = workload.Scaling!.Metrics[index];
        return UsesKeda(environment, workload) && metric.Source is not (ScalingMetricSource.Resource or ScalingMetricSource.ContainerResource)
            ? $"s{index}-prometheus"
            : metric.Name;
    }
}
