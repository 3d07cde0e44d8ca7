using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>An autoscaler of a plan: an HPA, or a ScaledObject from which KEDA makes one.</summary>
/// <param name="Planned">The object.</param>
/// <param name="TargetKind">The kind of what it scales.</param>
/// <param name="TargetName">Its name.</param>
/// <param name="Min">Fewest replicas.</param>
/// <param name="Max">Most replicas.</param>
/// <param name="Metrics">The metrics, a trigger as the metric that KEDA gives the HPA it makes.</param>
internal sealed record Autoscaler(PlannedObject Planned, string TargetKind, string TargetName, int Min, int Max, IReadOnlyList<V2MetricSpec> Metrics)
{
    /// <summary>The names of its metrics, to compare with those of another environment.</summary>
    public IReadOnlyList<string> MetricNames { get; } = [.. Metrics.Select(m => m.Name()).Distinct()];

    /// <summary>Whether KEDA makes it; it brings the pods from and to zero by itself.</summary>
    public bool IsKeda => Planned.Object is KedaScaledObject;

    /// <summary>Those of a plan.</summary>
    public static IEnumerable<Autoscaler> Of(EnvironmentPlan plan) => plan.Objects.Select(Of).OfType<Autoscaler>();

    /// <summary>Whether it scales an object.</summary>
    public bool Scales(PodTemplate pods) => pods.Kind == TargetKind && pods.Name == TargetName;

    /// <summary>Fewest and most replicas of pods: their autoscaler's, or the number they say.</summary>
    public static (int Min, int Max) ReplicasOf(EnvironmentPlan plan, PodTemplate pods) =>
        Of(plan).FirstOrDefault(a => a.Scales(pods)) is { } autoscaler
            ? (autoscaler.Min, autoscaler.Max)
            : (pods.Replicas ?? 1, pods.Replicas ?? 1);

    private static Autoscaler? Of(PlannedObject planned) => planned.Object switch
    {
        V2HorizontalPodAutoscaler { Spec: { ScaleTargetRef: { } target } spec } => new(planned, target.Kind, target.Name, spec.MinReplicas ?? 1, spec.MaxReplicas, [.. spec.Metrics ?? []]),
        KedaScaledObject { Spec: { ScaleTargetRef: { } target } spec } => new(planned, target.Kind, target.Name, spec.MinReplicaCount, spec.MaxReplicaCount, [.. spec.Triggers.Select(Metric)]),
        _ => null,
    };

    private static V2MetricSpec Metric(KedaTrigger trigger)
    {
        if (trigger.Type is not ("cpu" or "memory"))
        {
            return new() { Type = "External", External = new() { Metric = new() { Name = trigger.Name ?? trigger.Type } } };
        }

        var value = trigger.Metadata.TryGetValue("value", out var text) ? text : "0";
        var target = trigger.MetricType == "Utilization"
            ? new V2MetricTarget { Type = "Utilization", AverageUtilization = int.TryParse(value, out var percent) ? percent : 0 }
            : new V2MetricTarget { Type = "AverageValue", AverageValue = new(value) };
        return trigger.Metadata.TryGetValue("containerName", out var container)
            ? new() { Type = "ContainerResource", ContainerResource = new() { Name = trigger.Type, Container = container, Target = target } }
            : new() { Type = "Resource", Resource = new() { Name = trigger.Type, Target = target } };
    }
}
