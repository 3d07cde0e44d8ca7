using k8s.Models;
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
    /// A pod where any container lacks the resource has no sample (the controller's metrics client drops it);
    /// a named container that a pod lacks fails the whole metric.
    /// </remarks>
    public static MetricObservation From(IEnumerable<PodMetrics> pods, string resource, string? container = null)
    {
        ArgumentNullException.ThrowIfNull(pods);
        var samples = new List<PodSample>();
        foreach (var pod in pods)
        {
            var containers = container is null ? pod.Containers : pod.Containers.FindAll(c => c.Name == container);
            if (container is not null && containers.Count == 0)
            {
                return MetricObservation.Failed($"container {container} not present in metrics for pod {pod.Metadata.NamespaceProperty}/{pod.Metadata.Name}");
            }

            if (containers.TrueForAll(c => c.Usage.ContainsKey(resource)))
            {
                var milli = containers.Sum(c => Milli.From(c.Usage[resource]));
                var window = Duration.TryParse(Whole(pod.Window), out var length) ? length.ToTimeSpan() : TimeSpan.Zero;
                samples.Add(new(pod.Metadata.Name, milli, new(DateTime.SpecifyKind(pod.Timestamp ?? default, DateTimeKind.Utc)), window));
            }
        }

        return MetricObservation.OfPods(samples);
    }

    // The kubelet reports windows such as 15.012s; the fraction is irrelevant beside a sync period of seconds.
    private static string? Whole(string? window)
    {
        var point = window?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return point < 0 ? window : window![..point] + "s";
    }
}
