namespace VoiceAssist.Autoscaling.Plant;

/// <summary>What lies between a pod's real usage and the number the controller reads.</summary>
public sealed record MetricPipeline
{
    /// <summary>
    /// The range in the published rules of the adapter (<c>monitoring/prometheus-adapter-values.yaml</c>): one adapter serves every
    /// environment of a cluster, hence four intervals of the one that is scraped most rarely. A test compares it with the file.
    /// </summary>
    public static readonly TimeSpan PublishedRateWindow = TimeSpan.FromMinutes(4);

    private const int ScrapesInWindow = 4;

    /// <value>metrics-server's <c>--metric-resolution</c>: how often it asks every kubelet. Default 15 s.</value>
    public TimeSpan ResourceResolution { get; init; } = TimeSpan.FromSeconds(15);

    /// <value>How often a kubelet measures its pods; metrics-server gets the last measurement. Default 10 s.</value>
    public TimeSpan KubeletInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <value>Prometheus' scrape interval for Pods, Object and External metrics. Default 30 s.</value>
    public TimeSpan ScrapeInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>
    /// The range of the adapter's <c>rate()</c>; at least two scrapes must lie in it. Default null: that of the published rules, or four
    /// scrape intervals where that is longer.
    /// </value>
    public TimeSpan? RateWindow { get; init; }

    /// <value>Time between a scrape and the adapter answering with it. Default 1 s.</value>
    public TimeSpan AdapterLag { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The range in force.</summary>
    public TimeSpan EffectiveRateWindow => RateWindow ?? (ScrapeInterval * ScrapesInWindow > PublishedRateWindow ? ScrapeInterval * ScrapesInWindow : PublishedRateWindow);
}
