using System.Text.Json.Serialization;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>What is observed, within which bounds, and whether recommendations are applied.</summary>
internal sealed class VerticalPodAutoscalerSpec
{
    [JsonPropertyName("targetRef")]
    public V1CrossVersionObjectReference TargetRef { get; set; } = new();

    [JsonPropertyName("updatePolicy")]
    public VerticalUpdatePolicy? UpdatePolicy { get; set; }

    [JsonPropertyName("resourcePolicy")]
    public VerticalResourcePolicy? ResourcePolicy { get; set; }
}

/// <summary>Whether recommendations are applied.</summary>
internal sealed class VerticalUpdatePolicy
{
    /// <summary>Recommendations are only shown. A YAML 1.1 reader takes the bare word for <c>false</c>: it must be quoted.</summary>
    public const string Off = "Off";

    [JsonPropertyName("updateMode")]
    public string UpdateMode { get; set; } = Off;
}

/// <summary>Bounds by container.</summary>
internal sealed class VerticalResourcePolicy
{
    [JsonPropertyName("containerPolicies")]
    public IList<VerticalContainerPolicy> ContainerPolicies { get; set; } = [];
}

/// <summary>Bounds of one container.</summary>
internal sealed class VerticalContainerPolicy
{
    [JsonPropertyName("containerName")]
    public string ContainerName { get; set; } = "";

    [JsonPropertyName("minAllowed")]
    public IDictionary<string, ResourceQuantity> MinAllowed { get; set; } = new SortedDictionary<string, ResourceQuantity>(StringComparer.Ordinal);

    [JsonPropertyName("maxAllowed")]
    public IDictionary<string, ResourceQuantity> MaxAllowed { get; set; } = new SortedDictionary<string, ResourceQuantity>(StringComparer.Ordinal);

    [JsonPropertyName("controlledResources")]
    public IList<string> ControlledResources { get; set; } = [];

    [JsonPropertyName("controlledValues")]
    public string ControlledValues { get; set; } = "RequestsAndLimits";
}
