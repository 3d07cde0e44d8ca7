using System.Text.Json.Serialization;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>What is scaled, between which bounds and by what.</summary>
internal sealed class KedaScaledObjectSpec
{
    [JsonPropertyName("scaleTargetRef")]
    public KedaScaleTarget ScaleTargetRef { get; set; } = new();

    [JsonPropertyName("minReplicaCount")]
    public int MinReplicaCount { get; set; }

    [JsonPropertyName("maxReplicaCount")]
    public int MaxReplicaCount { get; set; }

    [JsonPropertyName("fallback")]
    public KedaFallback? Fallback { get; set; }

    [JsonPropertyName("advanced")]
    public KedaAdvanced? Advanced { get; set; }

    [JsonPropertyName("triggers")]
    public IList<KedaTrigger> Triggers { get; set; } = [];
}

/// <summary>The workload.</summary>
internal sealed class KedaScaleTarget
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = "";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = "";

    [JsonPropertyName("name")]
    public string Name { get; set; } = "";
}

/// <summary>What happens while triggers of type AverageValue give no answer.</summary>
internal sealed class KedaFallback
{
    [JsonPropertyName("failureThreshold")]
    public int FailureThreshold { get; set; }

    [JsonPropertyName("replicas")]
    public int Replicas { get; set; }

    /// <summary>Since KEDA 2.17; older ones know only <c>static</c>.</summary>
    [JsonPropertyName("behavior")]
    public string Behavior { get; set; } = "currentReplicasIfHigher";
}

/// <summary>Settings of the HPA that KEDA creates.</summary>
internal sealed class KedaAdvanced
{
    [JsonPropertyName("horizontalPodAutoscalerConfig")]
    public KedaAutoscalerConfig HorizontalPodAutoscalerConfig { get; set; } = new();
}

/// <summary>Name and behaviour of the HPA that KEDA creates.</summary>
internal sealed class KedaAutoscalerConfig
{
    [JsonPropertyName("name")]
    public string Name { get; set; } = "";

    [JsonPropertyName("behavior")]
    public V2HorizontalPodAutoscalerBehavior? Behavior { get; set; }
}

/// <summary>A metric.</summary>
internal sealed class KedaTrigger
{
    /// <summary>The scaler, e.g. <c>prometheus</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; } = "";

    /// <summary>Unique within the object.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary><c>AverageValue</c>, <c>Value</c> or <c>Utilization</c>.</summary>
    [JsonPropertyName("metricType")]
    public string MetricType { get; set; } = "";

    [JsonPropertyName("metadata")]
    public IDictionary<string, string> Metadata { get; set; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}
