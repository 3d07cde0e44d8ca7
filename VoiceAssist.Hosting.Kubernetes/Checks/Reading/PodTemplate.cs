using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>The pods that an object of a plan makes.</summary>
/// <param name="Planned">The object.</param>
/// <param name="Template">Its template; null where the object has none.</param>
/// <param name="Selector">How it finds its pods; null where its kind needs none.</param>
/// <param name="Replicas">How many it says it wants; null: it does not say.</param>
internal sealed record PodTemplate(PlannedObject Planned, V1PodTemplateSpec? Template, V1LabelSelector? Selector, int? Replicas)
{
    public string Kind => Planned.Object.Kind;

    public string Name => Planned.Object.Metadata.Name;

    public string? Namespace => Planned.Object.Metadata.NamespaceProperty;

    public IDictionary<string, string> Labels => Template?.Metadata?.Labels ?? new Dictionary<string, string>();

    public V1PodSpec Spec => Template?.Spec ?? new V1PodSpec();

    /// <summary>The containers that run for the whole life of the pod: its own, and the sidecars among the init containers.</summary>
    public IEnumerable<V1Container> Running => Containers.Concat(Sidecars);

    public IEnumerable<V1Container> Containers => Spec.Containers ?? [];

    /// <summary>Init containers that go on running (KEP-753).</summary>
    public IEnumerable<V1Container> Sidecars => InitContainers.Where(IsSidecar);

    public IEnumerable<V1Container> InitContainers => Spec.InitContainers ?? [];

    public IEnumerable<V1Container> All => Containers.Concat(InitContainers);

    public static bool IsSidecar(V1Container container) => container.RestartPolicy == "Always";

    /// <summary>Those of a plan.</summary>
    public static IEnumerable<PodTemplate> Of(EnvironmentPlan plan) => plan.Objects.Select(Of).OfType<PodTemplate>();

    /// <summary>Those of an object; null: it makes no pods.</summary>
    public static PodTemplate? Of(PlannedObject planned) => planned.Object switch
    {
        V1Deployment d => new(planned, d.Spec?.Template, d.Spec?.Selector, d.Spec?.Replicas),
        V1StatefulSet s => new(planned, s.Spec?.Template, s.Spec?.Selector, s.Spec?.Replicas),
        V1DaemonSet d => new(planned, d.Spec?.Template, d.Spec?.Selector, null),
        V1Job j => new(planned, j.Spec?.Template, null, j.Spec?.Parallelism),
        V1CronJob c => new(planned, c.Spec?.JobTemplate?.Spec?.Template, null, null),
        _ => null,
    };
}
