using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>What an <see cref="HttpRoute"/> leads where.</summary>
internal sealed class HttpRouteSpec
{
    /// <summary>The Gateways it belongs to.</summary>
    [JsonPropertyName("parentRefs")]
    public IList<HttpRouteParent>? ParentRefs { get; set; }

    [JsonPropertyName("hostnames")]
    public IList<string>? Hostnames { get; set; }

    [JsonPropertyName("rules")]
    public IList<HttpRouteRule>? Rules { get; set; }
}
