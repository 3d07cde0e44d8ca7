using System.Text.Json.Serialization;

namespace VoiceAssist.Cli.Status;

/// <summary>One autoscaled workload.</summary>
/// <param name="Autoscaler">The autoscaler's name.</param>
/// <param name="Target">What it scales.</param>
/// <param name="Current">Replicas asked for now.</param>
/// <param name="Ready">Pods that are Running and Ready.</param>
/// <param name="Desired">What the controller last wanted.</param>
/// <param name="Min">Fewest replicas.</param>
/// <param name="Max">Most replicas.</param>
/// <param name="Metrics">Each metric against its target.</param>
/// <param name="LastScale">When it last changed the replicas, as far as that is known.</param>
/// <param name="LastScaleTo">To how many; null where the event is no longer kept.</param>
/// <param name="LastScaleReason">Why, in the controller's words; null as before.</param>
/// <param name="Why">Why it does what it does.</param>
/// <param name="IsReconstructed">Whether that was recomputed from live figures rather than said by the controller.</param>
internal sealed record WorkloadStatus(
    string Autoscaler,
    string Target,
    int Current,
    int Ready,
    int Desired,
    int Min,
    int Max,
    IReadOnlyList<MetricStatus> Metrics,
    DateTimeOffset? LastScale,
    int? LastScaleTo,
    string? LastScaleReason,
    string Why,
    bool IsReconstructed)
{
    [JsonIgnore]
    public bool IsTrouble { get; init; }
}
