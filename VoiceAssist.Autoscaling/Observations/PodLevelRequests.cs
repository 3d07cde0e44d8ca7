using k8s.Models;
using VoiceAssist.Autoscaling.Metrics;

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>What a pod with pod-level requests (KEP-2837) requests as a whole: <c>PodRequests</c> of component-helpers, which the controller asks.</summary>
internal static class PodLevelRequests
{
    /// <summary>
    /// Every resource's request in thousandths; empty unless the pod sets cpu, memory or huge pages at its own level. As soon as it sets
    /// one of them, resources that it does not set are what its containers need at once, and the overhead of its runtime class comes on top.
    /// </summary>
    public static KeyValuePair<string, long>[] Read(V1PodSpec? spec)
    {
        var own = PodReader.ReadRequests(spec?.Resources?.Requests).Where(r => IsPodLevel(r.Key)).ToArray();
        if (own.Length == 0)
        {
            return [];
        }

        var total = OfContainers(spec!);
        foreach (var (resource, milli) in own)
        {
            total[resource] = milli;
        }

        Add(total, PodReader.ReadRequests(spec!.Overhead));
        return [.. total];
    }

    // Init containers run one after the other and before the rest; those that restart stay, and add up with all that starts later.
    private static Dictionary<string, long> OfContainers(V1PodSpec spec)
    {
        var (total, staying, starting) = (new Dictionary<string, long>(), new Dictionary<string, long>(), new Dictionary<string, long>());
        foreach (var container in spec.Containers ?? [])
        {
            Add(total, PodReader.ReadRequests(container.Resources?.Requests));
        }

        foreach (var container in spec.InitContainers ?? [])
        {
            var requests = PodReader.ReadRequests(container.Resources?.Requests);
            var atOnce = new Dictionary<string, long>(staying);
            Add(atOnce, requests);
            if (container.RestartPolicy == "Always")
            {
                Add(total, requests);
                staying = atOnce;
            }

            Raise(starting, atOnce);
        }

        Raise(total, starting);
        return total;
    }

    private static bool IsPodLevel(string resource) => resource is "cpu" or "memory" || resource.StartsWith("hugepages-", StringComparison.Ordinal);

    private static void Add(Dictionary<string, long> total, IEnumerable<KeyValuePair<string, long>> requests)
    {
        foreach (var (resource, milli) in requests)
        {
            total[resource] = SaturatingSum.Add(total.GetValueOrDefault(resource), milli);
        }
    }

    private static void Raise(Dictionary<string, long> total, Dictionary<string, long> requests)
    {
        foreach (var (resource, milli) in requests)
        {
            total[resource] = Math.Max(total.GetValueOrDefault(resource), milli);
        }
    }
}
