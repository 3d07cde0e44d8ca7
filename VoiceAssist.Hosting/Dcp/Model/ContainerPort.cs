using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp.Model;

/// <summary>A port that a container publishes.</summary>
internal sealed record ContainerPort
{
    [JsonPropertyName("containerPort")]
    public required int Port { get; init; }

    /// <summary>Absent: the runtime picks one.</summary>
    public int? HostPort { get; init; }

    /// <summary><c>TCP</c> or <c>UDP</c>.</summary>
    public string? Protocol { get; init; }
}
