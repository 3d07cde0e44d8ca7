using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>
/// A ScaledObject (keda.sh/v1alpha1) in place of the HPA of each workload with external metrics, where KEDA serves those. Needs KEDA
/// 2.17: older ones refuse a fallback beside cpu and memory triggers, and do not know its behaviour.
/// </summary>
internal sealed class ScaledObjectPlanner : IObjectPlanner
{
    /// <summary>KEDA takes over an HPA of the same name instead of refusing the object, so that a cluster can change over.</summary>
    private const string TakesOver = "scaledobject.keda.sh/transfer-hpa-ownership";

    private const int FailuresBeforeFallback = 3;
    private const string AutoscalerPath = "spec/advanced/horizontalPodAutoscalerConfig";

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads
        .Where(w => MetricsDialect.UsesKeda(environment, w))
        .Select(w => Plan(environment, w));

    private static PlannedObject Plan(EnvironmentContext environment, WorkloadModel workload)
    {
        var scaling = workload.Scaling!;
        var bounds = scaling.ReplicaBounds!;
        var minimumKubernetes = environment.Cluster.MinimumKubernetes;
        var triggers = scaling.Metrics.Select(m => KedaTriggers.Of(environment, m)).ToArray();
        var comments = new CommentBook();
        ScalingComments.Replicas(comments, bounds, "spec/minReplicaCount", "spec/maxReplicaCount");
        ScalingComments.Behavior(comments, scaling, minimumKubernetes, $"{AutoscalerPath}/behavior");
        for (var i = 0; i < triggers.Length; i++)
        {
            comments.Say($"spec/triggers/{i}", scaling.Metrics[i].Because, ScalingComments.Meaning(scaling.Metrics[i]));
        }

        var fallback = Fallback(triggers, bounds.Value.Low);
        if (fallback is not null)
        {
            comments.Say("spec/fallback", null, "Without Prometheus nothing is scaled down, as with an HPA that misses a metric.");
        }

        var scaled = new KedaScaledObject
        {
            Metadata = new()
            {
                Name = workload.Name,
                NamespaceProperty = environment.Namespace,
                Labels = Labels.For(workload, environment),
                Annotations = new Dictionary<string, string> { [TakesOver] = "true" },
            },
            Spec = new()
            {
                ScaleTargetRef = new() { ApiVersion = ScaleTargets.ApiVersion, Kind = ScaleTargets.KindOf(workload), Name = workload.Name },
                MinReplicaCount = bounds.Value.Low,
                MaxReplicaCount = bounds.Value.High,
                Fallback = fallback,
                Advanced = new()
                {
                    HorizontalPodAutoscalerConfig = new() { Name = ObjectNames.Autoscaler(workload), Behavior = Behaviors.Of(scaling) },
                },
                Triggers = triggers,
            },
        };
        return new(scaled, ScalingFiles.AutoscalerOf(workload)) { Comments = comments.All, At = workload.PlaceOf<HorizontalScalingPolicy>() };
    }

    /// <summary>KEDA falls back for AverageValue only, and never for what the kubelet measures.</summary>
    private static KedaFallback? Fallback(IReadOnlyList<KedaTrigger> triggers, int least) =>
        triggers.Any(t => t is { Type: KedaTriggers.Prometheus, MetricType: "AverageValue" })
            ? new() { FailureThreshold = FailuresBeforeFallback, Replicas = Math.Max(1, least) }
            : null;
}
