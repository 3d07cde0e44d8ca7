using k8s.Models;
using VoiceAssist.Autoscaling.Quantities;

namespace VoiceAssist.Autoscaling.Observations;

/// <summary>From the API's pod to <see cref="PodObservation"/>.</summary>
internal static class PodReader
{
    public static PodObservation Read(V1Pod pod)
    {
        // Init containers that restart run beside the others for the pod's whole life, so their requests count.
        var containers = (pod.Spec?.Containers ?? [])
            .Concat((pod.Spec?.InitContainers ?? []).Where(c => c.RestartPolicy == "Always"));
        var ready = pod.Status?.Conditions?.FirstOrDefault(c => c.Type == "Ready");
        return new()
        {
            Name = pod.Metadata?.Name ?? "",
            Phase = Enum.TryParse<PodPhase>(pod.Status?.Phase, out var phase) ? phase : PodPhase.Unknown,
            Deleting = pod.Metadata?.DeletionTimestamp is not null,
            Ready = ready is null ? null : new(ReadStatus(ready.Status), ReadTime(ready.LastTransitionTime) ?? DateTimeOffset.MinValue),
            StartTime = ReadTime(pod.Status?.StartTime),
            Containers = [.. containers.Select(c => new ContainerRequests(c.Name, ReadRequests(c.Resources?.Requests)))],
            PodRequests = PodLevelRequests.Read(pod.Spec),
        };
    }

    private static bool? ReadStatus(string status) => status switch
    {
        "True" => true,
        "False" => false,
        _ => null,
    };

    private static DateTimeOffset? ReadTime(DateTime? time) =>
        time is { } value ? new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)) : null;

    internal static KeyValuePair<string, long>[] ReadRequests(IDictionary<string, ResourceQuantity>? requests) =>
        requests is null ? [] : [.. requests.Select(r => KeyValuePair.Create(r.Key, Milli.From(r.Value)))];
}
