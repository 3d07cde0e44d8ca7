namespace VoiceAssist.Autoscaling.Observations;

/// <summary>One pod's value of one metric.</summary>
/// <param name="Pod">The pod's name.</param>
/// <param name="Milli">The value in thousandths.</param>
/// <param name="Timestamp">When it was measured: the end of its window.</param>
/// <param name="Window">The time it averages over.</param>
public readonly record struct PodSample(string Pod, long Milli, DateTimeOffset Timestamp, TimeSpan Window);
