using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Alerting rules of Prometheus (monitoring.coreos.com/v1).</summary>
[KubernetesEntity(Group = KubeGroup, ApiVersion = KubeApiVersion, Kind = KubeKind, PluralName = "prometheusrules")]
internal sealed class PrometheusRule : IKubernetesObject<V1ObjectMeta>, ISpec<PrometheusRuleSpec>
{
    public const string KubeGroup = "monitoring.coreos.com";
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "PrometheusRule";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{KubeGroup}/{KubeApiVersion}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = KubeKind;

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public PrometheusRuleSpec Spec { get; set; } = new();
}
