using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>A Gateway.</summary>
internal sealed class HttpRouteParent
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Null: the route's own.</summary>
    [JsonPropertyName("namespace")]
    public string? Namespace { get; set; }
}
