using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Which paths a rule is for.</summary>
internal sealed class HttpRoutePath
{
    /// <summary><c>PathPrefix</c>, <c>Exact</c> or <c>RegularExpression</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
