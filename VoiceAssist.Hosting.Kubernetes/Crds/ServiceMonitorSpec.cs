using System.Text.Json.Serialization;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Which Services are scraped and how. Without a namespace selector it is those of its own namespace.</summary>
internal sealed class ServiceMonitorSpec
{
    [JsonPropertyName("jobLabel")]
    public string? JobLabel { get; set; }

    [JsonPropertyName("selector")]
    public V1LabelSelector Selector { get; set; } = new();

    [JsonPropertyName("endpoints")]
    public IList<ServiceMonitorEndpoint> Endpoints { get; set; } = [];
}

/// <summary>A port that is scraped.</summary>
internal sealed class ServiceMonitorEndpoint
{
    /// <summary>The Service port's name.</summary>
    [JsonPropertyName("port")]
    public string Port { get; set; } = "";

    [JsonPropertyName("path")]
    public string Path { get; set; } = "";

    /// <summary>A Prometheus duration, e.g. <c>30s</c>.</summary>
    [JsonPropertyName("interval")]
    public string Interval { get; set; } = "";

    /// <summary>A Prometheus duration, at most the interval; null: Prometheus' own.</summary>
    [JsonPropertyName("scrapeTimeout")]
    public string? ScrapeTimeout { get; set; }

    /// <summary>Labels of the scraped series.</summary>
    [JsonPropertyName("relabelings")]
    public IList<ServiceMonitorRelabeling>? Relabelings { get; set; }
}

/// <summary>Sets a label.</summary>
internal sealed class ServiceMonitorRelabeling
{
    [JsonPropertyName("targetLabel")]
    public string TargetLabel { get; set; } = "";

    [JsonPropertyName("replacement")]
    public string Replacement { get; set; } = "";
}
