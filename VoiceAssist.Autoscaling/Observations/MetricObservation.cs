namespace VoiceAssist.Autoscaling.Observations;

/// <summary>What the metrics API answered for one entry of <c>spec.metrics</c>.</summary>
public sealed record MetricObservation
{
    private MetricObservation()
    {
    }

    /// <summary>Per-pod samples of a Resource, ContainerResource or Pods metric.</summary>
    public IReadOnlyList<PodSample> Samples { get; private init; } = [];

    /// <summary>The series of an External metric, or the one value of an Object metric, in thousandths.</summary>
    public IReadOnlyList<long> Series { get; private init; } = [];

    /// <summary>Why the metrics API gave no answer; null when it did.</summary>
    public string? Error { get; private init; }

    /// <summary>Per-pod samples. No sample at all is an error, as in the controller's metrics client.</summary>
    public static MetricObservation OfPods(IReadOnlyList<PodSample> samples) => new() { Samples = samples };

    /// <summary>Values of an Object metric (one) or an External metric (any number of series), in thousandths.</summary>
    public static MetricObservation OfValues(params IReadOnlyList<long> series) => new() { Series = series };

    /// <summary>No answer.</summary>
    /// <param name="error">What went wrong, for people.</param>
    public static MetricObservation Failed(string error) => new() { Error = error };
}
