using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>What a pod requests of a resource, as a utilization counts it (HPA-SPEC §3.3).</summary>
internal static class PodRequest
{
    /// <summary>The request in thousandths, or the name of a container that has none.</summary>
    public static bool TryGet(PodObservation pod, string resource, string? container, out long milli, out string? containerWithout)
    {
        containerWithout = null;
        if (container is null && TryFind(pod.PodRequests, resource, out milli))
        {
            return true;
        }

        milli = 0;
        var containers = pod.Containers;
        for (var i = 0; i < containers.Count; i++)
        {
            if (container is not null && containers[i].Name != container)
            {
                continue;
            }

            if (!TryFind(containers[i].Milli, resource, out var request))
            {
                containerWithout = containers[i].Name;
                return false;
            }

            milli = SaturatingSum.Add(milli, request);
        }

        return true;
    }

    private static bool TryFind(IReadOnlyList<KeyValuePair<string, long>> requests, string resource, out long milli)
    {
        for (var i = 0; i < requests.Count; i++)
        {
            if (requests[i].Key == resource)
            {
                milli = requests[i].Value;
                return true;
            }
        }

        milli = 0;
        return false;
    }
}
