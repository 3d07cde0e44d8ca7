using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>A workload that KEDA scales through an HPA of its own (keda.sh/v1alpha1).</summary>
[KubernetesEntity(Group = KubeGroup, ApiVersion = KubeApiVersion, Kind = KubeKind, PluralName = "scaledobjects")]
internal sealed class KedaScaledObject : IKubernetesObject<V1ObjectMeta>, ISpec<KedaScaledObjectSpec>
{
    public const string KubeGroup = "keda.sh";
    public const string KubeApiVersion = "v1alpha1";
    public const string KubeKind = "ScaledObject";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{KubeGroup}/{KubeApiVersion}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = KubeKind;

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public KedaScaledObjectSpec Spec { get; set; } = new();
}
