namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>A metric does not answer for a time.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Metric">The metric: <c>cpu</c>, <c>memory</c> or its own name.</param>
/// <param name="At">When it fails, since the start.</param>
/// <param name="To">When it answers again.</param>
public sealed record MetricOutageDisturbance(string Workload, string Metric, TimeSpan At, TimeSpan To) : Disturbance(At);
