using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Which requests a rule is for.</summary>
internal sealed class HttpRouteMatch
{
    [JsonPropertyName("path")]
    public HttpRoutePath? Path { get; set; }
}
