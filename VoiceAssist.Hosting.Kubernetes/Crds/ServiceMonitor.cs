using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Says how Prometheus scrapes the pods behind a Service (monitoring.coreos.com/v1).</summary>
[KubernetesEntity(Group = KubeGroup, ApiVersion = KubeApiVersion, Kind = KubeKind, PluralName = "servicemonitors")]
internal sealed class ServiceMonitor : IKubernetesObject<V1ObjectMeta>, ISpec<ServiceMonitorSpec>
{
    public const string KubeGroup = "monitoring.coreos.com";
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "ServiceMonitor";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{KubeGroup}/{KubeApiVersion}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = KubeKind;

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public ServiceMonitorSpec Spec { get; set; } = new();
}
