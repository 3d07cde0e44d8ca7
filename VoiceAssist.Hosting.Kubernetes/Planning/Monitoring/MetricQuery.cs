using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Fills in the queries that policies give: <c>$selector</c> and <c>$window</c>.</summary>
internal static class MetricQuery
{
    /// <summary>A rate needs two samples however the scrapes fall and survives one that is lost: four scrapes.</summary>
    private const int ScrapesPerWindow = 4;

    public static string Of(ExportedMetric metric, string matchers, string window) => Fill(metric.Query, Join(Matchers(metric.Labels), matchers), window);

    public static string Of(MetricAlert alert, string matchers, string window) => Fill(alert.Query, matchers, window);

    public static string Window(TimeSpan scrapeInterval) => PromDuration.Of(scrapeInterval * ScrapesPerWindow);

    /// <summary><c>a="b",c="d"</c>, sorted by label.</summary>
    public static string Matchers(IReadOnlyDictionary<string, string> labels) => string.Join(
        ",",
        labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}=\"{Escaped(l.Value)}\""));

    public static string Join(params IEnumerable<string> matchers) => string.Join(",", matchers.Where(m => m.Length > 0));

    private static string Fill(string query, string matchers, string window) => query
        .Replace(QueryTemplate.Selector, matchers, StringComparison.Ordinal)
        .Replace(QueryTemplate.Window, window, StringComparison.Ordinal);

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);
}
