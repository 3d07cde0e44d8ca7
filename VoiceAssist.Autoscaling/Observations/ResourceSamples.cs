using k8s.Models;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>From the resource metrics API's answer to the samples of one metric.</summary>
public static class ResourceSamples
{
    /// <summary>The samples of a whole pod (all containers added) or of one container.</summary>
    /// <param name="pods">Items of the <c>PodMetricsList</c>.</param>
    /// <param name="resource"><c>cpu</c> or <c>memory</c>.</param>
    /// <param name="container">The container of a ContainerResource metric, null for the whole pod.</param>
    /// <remarks>
    /// A pod has no sample where a container (or the named one) is absent or lacks the resource, and where no container is listed at all:
    /// the controller's metrics client leaves such pods out, and they count as missing (for a named container since Kubernetes 1.33).
    /// </remarks>
    public static MetricObservation From(IEnumerable<PodMetrics> pods, string resource, string? container = null)
    {
        ArgumentNullException.ThrowIfNull(pods);
        var samples = new List<PodSample>();
        foreach (var pod in pods)
        {
            var containers = container is null ? pod.Containers : pod.Containers?.FindAll(c => c.Name == container);
            if (containers is { Count: > 0 } && containers.TrueForAll(c => c.Usage.ContainsKey(resource)))
            {
                var milli = containers.Aggregate(0L, (sum, c) => SaturatingSum.Add(sum, Milli.From(c.Usage[resource])));
                _ = GoDuration.TryParse(pod.Window, out var window);
                samples.Add(new(pod.Metadata.Name, milli, new(DateTime.SpecifyKind(pod.Timestamp ?? default, DateTimeKind.Utc)), window));
            }
        }

        return MetricObservation.OfPods(samples);
    }
}
