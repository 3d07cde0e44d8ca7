using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>A number of pods and what they request and may use together.</summary>
internal sealed record TotalsDocument(int Pods, AmountsDocument Requests, AmountsDocument Limits)
{
    public static TotalsDocument Of(PodTotals totals) => new(totals.Pods, AmountsDocument.Of(totals.Requests), AmountsDocument.Of(totals.Limits));
}
