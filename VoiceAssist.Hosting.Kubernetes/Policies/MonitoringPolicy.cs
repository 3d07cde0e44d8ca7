using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What a workload exports for Prometheus and how it is scraped; the interval is the environment's.</summary>
public sealed class MonitoringPolicy : Policy<MonitoringPolicy>
{
    private readonly List<ExportedMetric> _metrics = [];
    private readonly List<MetricAlert> _alerts = [];

    /// <value>The path. Default <c>/metrics</c>.</value>
    public string Path { get; private set; } = "/metrics";

    /// <value>The endpoint. Default <c>http</c>.</value>
    public string Endpoint { get; private set; } = "http";

    /// <value>The metrics that autoscalers may use.</value>
    public IReadOnlyList<ExportedMetric> Metrics => _metrics;

    /// <value>Alerts on what the workload exports, beside those that follow from its scaling.</value>
    public IReadOnlyList<MetricAlert> Alerts => _alerts;

    /// <value>Where it was written.</value>
    public SourceLocation At { get; private set; }

    /// <summary>Where the metrics are.</summary>
    public MonitoringPolicy Scrape(string path, string endpoint = "http", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        (Path, Endpoint, At) = (path, endpoint, new(file, line));
        return this;
    }

    /// <summary>A metric that autoscalers may use; one of the same name is replaced.</summary>
    public MonitoringPolicy Exports(ExportedMetric metric)
    {
        _metrics.RemoveAll(m => m.Name == metric.Name);
        _metrics.Add(metric);
        return this;
    }

    /// <summary>An alert on what the workload exports; one of the same name is replaced.</summary>
    public MonitoringPolicy AlertsWhen(MetricAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        _alerts.RemoveAll(a => a.Name == alert.Name);
        _alerts.Add(alert);
        return this;
    }
}
