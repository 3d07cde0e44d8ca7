using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>What the workloads of an environment export for autoscalers.</summary>
internal static class ExportedMetrics
{
    public static IEnumerable<ExportedMetric> Of(EnvironmentContext environment) => environment.Workloads.SelectMany(w => w.Monitoring?.Metrics ?? []);

    /// <summary>The exported metric that an autoscaler's metric refers to; null when no workload exports it.</summary>
    public static ExportedMetric? Find(EnvironmentContext environment, ScalingMetric metric) =>
        Of(environment).FirstOrDefault(m => m.Name == metric.Name && m.Source == metric.Source);
}
