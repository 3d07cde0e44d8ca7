using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Crds;

/// <summary>Groups of rules, as a rules file of Prometheus has them.</summary>
internal sealed class PrometheusRuleSpec
{
    [JsonPropertyName("groups")]
    public IList<PrometheusRuleGroup> Groups { get; set; } = [];
}

/// <summary>Rules that are evaluated together.</summary>
internal sealed class PrometheusRuleGroup
{
    [JsonPropertyName("name")]
    public string Name { get; set; } = "";

    [JsonPropertyName("rules")]
    public IList<PrometheusAlertRule> Rules { get; set; } = [];
}

/// <summary>An alert.</summary>
internal sealed class PrometheusAlertRule
{
    [JsonPropertyName("alert")]
    public string Alert { get; set; } = "";

    [JsonPropertyName("expr")]
    public string Expr { get; set; } = "";

    /// <summary>A Prometheus duration.</summary>
    [JsonPropertyName("for")]
    public string For { get; set; } = "";

    [JsonPropertyName("labels")]
    public IDictionary<string, string> Labels { get; set; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    [JsonPropertyName("annotations")]
    public IDictionary<string, string> Annotations { get; set; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}
