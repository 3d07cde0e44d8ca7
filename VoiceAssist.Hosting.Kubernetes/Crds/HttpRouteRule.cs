using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Which requests go to which Services.</summary>
internal sealed class HttpRouteRule
{
    [JsonPropertyName("matches")]
    public IList<HttpRouteMatch>? Matches { get; set; }

    [JsonPropertyName("backendRefs")]
    public IList<HttpRouteBackend>? BackendRefs { get; set; }
}
