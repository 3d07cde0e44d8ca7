using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Contracts;
using VoiceAssist.Hosting.Kubernetes.Policies;
using VoiceAssist.Hosting.Kubernetes.Rehearsal;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>What Prometheus would have scraped of a workload's processes, and what its adapter would make of it.</summary>
internal sealed class PodScrapes(WorkloadPolicies policies, IReadOnlyList<LocalPod> pods)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private readonly Dictionary<(string Pod, int Pid, string Metric), ScrapedSeries> _series = [];
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    private double Window => new MetricPipeline { ScrapeInterval = policies.ScrapeInterval }.EffectiveRateWindow.TotalSeconds;

    /// <summary>Scrapes every process, when it is time to.</summary>
    public async Task UpdateAsync(HttpClient client, CompressedTime time, CancellationToken cancellationToken)
    {
        if (time.Now < _next || policies.Exports.Count == 0)
        {
            return;
        }

        _next = time.Now + policies.ScrapeInterval;
        await Task.WhenAll(pods.Where(p => p.IsRunning).Select(p => ScrapeAsync(p, client, time, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>What the custom or external metrics API would answer.</summary>
    public MetricObservation Observe(string metric, CompressedTime time)
    {
        if (policies.Exports.FirstOrDefault(e => e.Name == metric) is not { } exported)
        {
            return MetricObservation.Failed($"nothing exports {metric}");
        }

        var values = new List<(string Pod, double Value)>();
        lock (_series)
        {
            foreach (var ((pod, pid, name), series) in _series)
            {
                if (name == metric
                    && pods.Any(p => p.Name == pod && p.Pid == pid)
                    && (IsRate(exported) ? series.Rate(time.Seconds, Window) : series.Last(time.Seconds)) is { } value)
                {
                    values.Add((pod, value));
                }
            }
        }

        return values.Count == 0 ? MetricObservation.Failed($"{metric} has no value yet")
            : exported.Source == ScalingMetricSource.Pods ? MetricObservation.OfPods([.. values.Select(v => new PodSample(v.Pod, Milli(v.Value), time.Now, TimeSpan.FromSeconds(Window)))])
            : MetricObservation.OfValues(Milli(values.Max(v => v.Value)));
    }

    private static long Milli(double value) => (long)Math.Ceiling(value * 1000);

    // Lengths of time are longer in the cluster's time by its speed. A rate there would be smaller by it, though the process is as busy.
    private static double Scale(ExportedMetric metric, CompressedTime time) =>
        metric.Name == Metrics.QueueOldestAge.Exported || IsRate(metric) ? time.Speed : 1;

    private static bool IsRate(ExportedMetric metric) => metric.Query.Contains("rate(", StringComparison.Ordinal);

    private async Task ScrapeAsync(LocalPod pod, HttpClient client, CompressedTime time, CancellationToken cancellationToken)
    {
        if (pod.Pid is not { } pid || await ReadAsync(pod, client, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            return;
        }

        var seconds = time.Seconds;
        lock (_series)
        {
            foreach (var exported in policies.Exports)
            {
                var values = PrometheusText.Values(text, exported.Series).ToArray();
                var key = (pod.Name, pid, exported.Name);
                if (values.Length > 0)
                {
                    _series.TryAdd(key, new());
                    var value = exported.Source == ScalingMetricSource.Pods ? values.Sum() : values.Max();
                    _series[key].Add(seconds, value * Scale(exported, time), Window * 2);
                }
            }
        }
    }

    private static async Task<string?> ReadAsync(LocalPod pod, HttpClient client, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            var url = await pod.Http.GetValueAsync(limit.Token).ConfigureAwait(false);
            return await client.GetStringAsync(new Uri(url + EndpointPaths.Metrics), limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // As in a cluster: this scrape is missing.
            return null;
        }
    }
}
