using VoiceAssist.Autoscaling.Observations;

namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>What a pod requests of a resource, as a utilization counts it (HPA-SPEC §3.3).</summary>
internal static class PodRequest
{
    /// <summary>Reads the request in thousandths.</summary>
    /// <returns>Null, or what the pod lacks.</returns>
    public static string? Read(PodObservation pod, string resource, string? container, out long milli)
    {
        if (container is null && pod.PodRequests.Count > 0)
        {
            return TryFind(pod.PodRequests, resource, out milli) ? null : $"missing pod-level request for {resource} in Pod {pod.Name}";
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
                return $"missing request for {resource} in container {containers[i].Name} of Pod {pod.Name}";
            }

            milli = SaturatingSum.Add(milli, request);
            if (container is not null)
            {
                return null;
            }
        }

        return container is null ? null : $"container {container} not found in Pod {pod.Name}";
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
