using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>A Service; the Gateway API takes its port by number only.</summary>
internal sealed class HttpRouteBackend
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("port")]
    public int? Port { get; set; }
}
