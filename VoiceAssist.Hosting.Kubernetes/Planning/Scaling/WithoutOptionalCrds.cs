using VoiceAssist.Hosting.Kubernetes.Crds;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>
/// The component <c>without-optional-crds</c>: what a cluster without the VPA and without Prometheus' operator does not know. A
/// ScaledObject is not optional: the workload would not scale (see <see cref="ResourceMetricsOnly"/>).
/// </summary>
internal static class WithoutOptionalCrds
{
    /// <summary>The objects of a plan that the component deletes, those of other components included.</summary>
    public static IReadOnlyList<PlannedObject> Deleted(EnvironmentPlan plan) =>
        [.. plan.Objects.Where(o => o.Object is VerticalPodAutoscaler or ServiceMonitor or PrometheusRule)];
}
