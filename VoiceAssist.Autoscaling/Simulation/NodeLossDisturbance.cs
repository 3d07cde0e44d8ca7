namespace VoiceAssist.Autoscaling.Simulation;

/// <summary>A node fails: its pods stop at once, are marked unready after 40 s and evicted after 300 s more; they end, and free their quota, when it is back.</summary>
/// <param name="Node">The node's number, from 0.</param>
/// <param name="At">When, since the start.</param>
/// <param name="Back">When it is back, null for never.</param>
public sealed record NodeLossDisturbance(int Node, TimeSpan At, TimeSpan? Back = null) : Disturbance(At);
