namespace VoiceAssist.Autoscaling.Planning;

/// <summary>Node counts for the situations of an environment.</summary>
/// <param name="Idle">Every autoscaler at its minimum.</param>
/// <param name="Peak">Every autoscaler at its maximum.</param>
/// <param name="Ceiling">The peak during a rollout of everything, old pods still stopping.</param>
public sealed record ClusterPlan(NodePlan Idle, NodePlan Peak, NodePlan Ceiling);
