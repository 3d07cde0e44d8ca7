using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Autoscaling.Advising;

/// <summary>What was recorded of one autoscaler. All times count from the same start.</summary>
/// <param name="Metrics">
/// By the metric's name, in the unit that its target compares with: cores or bytes of one pod on average for cpu and memory, the average per pod for
/// Pods metrics, the whole for Object and External ones.
/// </param>
/// <param name="Replicas">The replicas; null where they were not recorded.</param>
public sealed record RecordedMetrics(IReadOnlyDictionary<string, IReadOnlyList<LoadPoint>> Metrics, IReadOnlyList<LoadPoint>? Replicas = null);
