using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>An HPA (autoscaling/v2) for each workload that scales, unless KEDA makes it.</summary>
internal sealed class HorizontalPodAutoscalerPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads
        .Where(w => MetricsDialect.IsScaled(w) && !MetricsDialect.UsesKeda(environment, w))
        .Select(w => Plan(environment, w));

    /// <summary>The workload's HPA with all of its metrics, whoever serves them.</summary>
    internal static PlannedObject Plan(EnvironmentContext environment, WorkloadModel workload)
    {
        var scaling = workload.Scaling!;
        var bounds = scaling.ReplicaBounds!;
        var minimumKubernetes = environment.Cluster.MinimumKubernetes;
        var comments = new CommentBook();
        ScalingComments.Replicas(comments, bounds, "spec/minReplicas", "spec/maxReplicas");
        ScalingComments.Behavior(comments, scaling, minimumKubernetes, "spec/behavior");
        for (var i = 0; i < scaling.Metrics.Count; i++)
        {
            comments.Say($"spec/metrics/{i}", scaling.Metrics[i].Because, ScalingComments.Meaning(scaling.Metrics[i]));
        }

        var autoscaler = new V2HorizontalPodAutoscaler
        {
            ApiVersion = $"{V2HorizontalPodAutoscaler.KubeGroup}/{V2HorizontalPodAutoscaler.KubeApiVersion}",
            Kind = V2HorizontalPodAutoscaler.KubeKind,
            Metadata = new() { Name = ObjectNames.Autoscaler(workload), NamespaceProperty = environment.Namespace, Labels = Labels.For(workload, environment) },
            Spec = new()
            {
                ScaleTargetRef = new() { ApiVersion = ScaleTargets.ApiVersion, Kind = ScaleTargets.KindOf(workload), Name = workload.Name },
                MinReplicas = bounds.Value.Low,
                MaxReplicas = bounds.Value.High,
                Metrics = scaling.Metrics.Count == 0 ? null : [.. scaling.Metrics.Select(MetricSpecs.Of)],
                Behavior = Behaviors.Of(scaling),
            },
        };
        return new(autoscaler, ScalingFiles.AutoscalerOf(workload)) { Comments = comments.All, At = workload.PlaceOf<HorizontalScalingPolicy>() };
    }
}
