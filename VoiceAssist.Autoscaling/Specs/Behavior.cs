namespace VoiceAssist.Autoscaling.Specs;

/// <summary><c>spec.behavior</c> with its defaults filled in.</summary>
public sealed record Behavior(ScalingRules Up, ScalingRules Down);
