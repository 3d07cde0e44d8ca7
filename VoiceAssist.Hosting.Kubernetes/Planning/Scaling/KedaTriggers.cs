using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>From a policy's metric to a trigger of KEDA.</summary>
internal static class KedaTriggers
{
    public const string Prometheus = "prometheus";

    /// <exception cref="NotSupportedException">KEDA has no scaler for metrics of Kubernetes objects.</exception>
    public static KedaTrigger Of(EnvironmentContext environment, ScalingMetric metric) => metric.Source switch
    {
        ScalingMetricSource.Resource or ScalingMetricSource.ContainerResource => OfResource(metric),
        ScalingMetricSource.External => OfQuery(environment, metric, Query(environment, metric)),

        // KEDA asks for one figure; the sum over the pods with a target per pod is their average.
        ScalingMetricSource.Pods => OfQuery(environment, metric, $"sum({Query(environment, metric)})"),
        _ => throw new NotSupportedException(
            $"The Object metric '{metric.Name}' ({metric.At}) stands beside External metrics, and KEDA, which serves those, cannot ask for it. "
            + "Export it as an External metric, or set the metrics backend to PrometheusAdapter."),
    };

    private static KedaTrigger OfResource(ScalingMetric metric)
    {
        var trigger = new KedaTrigger { Type = metric.Name, MetricType = metric.Target.Kind.ToString() };
        trigger.Metadata["value"] = metric.Target.Quantity ?? $"{metric.Target.Percent}";
        if (metric.Container is not null)
        {
            trigger.Metadata["containerName"] = metric.Container;
        }

        return trigger;
    }

    private static KedaTrigger OfQuery(EnvironmentContext environment, ScalingMetric metric, string query)
    {
        var trigger = new KedaTrigger { Type = Prometheus, Name = metric.Name, MetricType = metric.Target.Kind.ToString() };
        trigger.Metadata["serverAddress"] = environment.Cluster.PrometheusUrl;
        trigger.Metadata["query"] = query;
        trigger.Metadata["threshold"] = metric.Target.Quantity!;

        // Otherwise an answer without series counts as 0, and a scrape that fails scales everything down.
        trigger.Metadata["ignoreNullValues"] = "false";
        return trigger;
    }

    private static string Query(EnvironmentContext environment, ScalingMetric metric)
    {
        var matchers = MetricQuery.Join(MetricQuery.Matchers(metric.Selector), SeriesScope.Matchers(environment));
        return ExportedMetrics.Find(environment, metric) is { } exported
            ? MetricQuery.Of(exported, matchers, MetricQuery.Window(environment.ScrapeInterval))
            : $"max({metric.Name}{{{matchers}}})";
    }
}
