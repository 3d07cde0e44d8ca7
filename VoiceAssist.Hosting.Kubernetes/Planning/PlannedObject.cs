using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>An object of a plan.</summary>
/// <param name="Object">The object, of KubernetesClient's own types or of the custom ones in <c>Crds</c>.</param>
/// <param name="File">The file of the base in which it stands, e.g. <c>resource-limits.yaml</c>.</param>
internal sealed record PlannedObject(IKubernetesObject<V1ObjectMeta> Object, string File)
{
    /// <summary>
    /// Reasons: path in the object's YAML (<c>spec/maxReplicas</c>, <c>spec/metrics/0</c>; list items by index) to the comment over it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Comments { get; init; } = new Dictionary<string, string>();

    /// <summary>Where in the app host its policy was written.</summary>
    public SourceLocation? At { get; init; }

    /// <summary>
    /// The component of the tree it belongs to, e.g. <c>ingress</c>, for objects that are not part of the base; null: the base.
    /// </summary>
    public string? Component { get; init; }

    /// <summary>
    /// Whether the object is made by a generator, which appends a hash of the content to its name: what refers to it changes with it, and
    /// so the pods roll when a setting does.
    /// </summary>
    public bool IsGenerated { get; init; }

    /// <summary><c>Kind/name</c>, for messages.</summary>
    public override string ToString() => $"{Object.Kind}/{Object.Metadata.Name}";
}
