using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Recommends CPU and memory for the containers of a workload (autoscaling.k8s.io/v1).</summary>
[KubernetesEntity(Group = KubeGroup, ApiVersion = KubeApiVersion, Kind = KubeKind, PluralName = "verticalpodautoscalers")]
internal sealed class VerticalPodAutoscaler : IKubernetesObject<V1ObjectMeta>, ISpec<VerticalPodAutoscalerSpec>
{
    public const string KubeGroup = "autoscaling.k8s.io";
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "VerticalPodAutoscaler";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{KubeGroup}/{KubeApiVersion}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = KubeKind;

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public VerticalPodAutoscalerSpec Spec { get; set; } = new();
}
