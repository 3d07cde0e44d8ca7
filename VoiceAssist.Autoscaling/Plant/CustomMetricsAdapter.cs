using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Prometheus and its adapter for one workload: values are known only after a scrape, rates only as an average of several.</summary>
internal sealed class CustomMetricsAdapter(MetricPipeline pipeline, WorkloadPlant workload, double phase)
{
    private readonly Dictionary<Signal, ScrapedSeries> _shared = Enum.GetValues<Signal>().ToDictionary(s => s, _ => new ScrapedSeries());
    private readonly double _interval = pipeline.ScrapeInterval.TotalSeconds;
    private readonly double _window = pipeline.EffectiveRateWindow.TotalSeconds;
    private readonly double _lag = pipeline.AdapterLag.TotalSeconds;
    private double _nextScrape = phase;
    private double _nextPodScrape;
    private int _changesSeen = -1;

    /// <summary>Lets the metrics begin with two scrapes that show no load, as after a quiet night.</summary>
    public void BeginQuiet()
    {
        foreach (var series in _shared.Values.Concat(workload.Pods.Select(p => p.Scraped)))
        {
            series.Add(-_interval, 0, Keep);
            series.Add(-_lag, 0, Keep);
        }
    }

    private double Keep => _window + _lag + (2 * _interval);

    public void Step(double now)
    {
        if (now >= _nextScrape)
        {
            _nextScrape += _interval;
            foreach (var (signal, series) in _shared)
            {
                series.Add(now, SharedValue(signal, now), Keep);
            }
        }

        if (now >= _nextPodScrape || _changesSeen != workload.Changes)
        {
            _changesSeen = workload.Changes;
            ScrapePods(now);
        }
    }

    /// <summary>A Pods metric: each pod's own rate, or, for what describes the queue, the same shared number from every pod.</summary>
    public MetricObservation ReadPods(Signal signal, double now, DateTimeOffset time)
    {
        var samples = new List<PodSample>(workload.Pods.Count);
        foreach (var pod in workload.Pods)
        {
            var value = signal switch
            {
                Signal.Throughput => pod.Scraped.Rate(now - _lag, _window),
                _ => pod.IsRunning ? _shared[signal].Last(now - _lag) : null,
            };
            if (value is { } number && pod.Node is { IsLost: false } && Milli.TryFrom(number, out var milli))
            {
                samples.Add(new(pod.Name, milli, time, TimeSpan.Zero));
            }
        }

        return MetricObservation.OfPods(samples);
    }

    /// <summary>An Object or External metric: one number.</summary>
    public MetricObservation ReadTotal(Signal signal, double now)
    {
        var value = signal == Signal.Throughput
            ? _shared[signal].Rate(now - _lag, _window)
            : _shared[signal].Last(now - _lag);
        return value is { } number && Milli.TryFrom(number, out var milli)
            ? MetricObservation.OfValues(milli)
            : MetricObservation.Failed("the metric has not been scraped yet");
    }

    private void ScrapePods(double now)
    {
        _nextPodScrape = now + _interval;
        foreach (var pod in workload.Pods)
        {
            if (!pod.IsRunning || pod.Node is not { IsLost: false })
            {
                continue;
            }

            if (now >= pod.NextScrape)
            {
                pod.NextScrape = now + _interval;
                pod.Scraped.Add(now, pod.Served, Keep);
            }

            _nextPodScrape = Math.Min(_nextPodScrape, pod.NextScrape);
        }
    }

    private double SharedValue(Signal signal, double now) => signal switch
    {
        Signal.Throughput => workload.Service.Completed,
        Signal.QueueDepth => workload.Service.QueueDepth,
        Signal.QueueAge => workload.Service.AgeAt(now),
        _ => workload.Service.InProgress,
    };
}
