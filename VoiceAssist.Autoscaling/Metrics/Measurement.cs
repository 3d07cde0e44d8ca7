namespace VoiceAssist.Autoscaling.Metrics;

/// <summary>A sample set compared with its target.</summary>
/// <param name="Ratio">Value divided by target.</param>
/// <param name="Average">Average per sample in whole thousandths, truncated.</param>
/// <param name="Utilization">Whole percent of the requests, truncated; 0 for average-value targets.</param>
internal readonly record struct Measurement(double Ratio, long Average, int Utilization);
