namespace VoiceAssist.Autoscaling.Conditions;

/// <summary>One condition of an autoscaler's status.</summary>
/// <param name="Type">The type.</param>
/// <param name="Status">True or False.</param>
/// <param name="Reason">The machine-readable reason.</param>
/// <param name="Message">The reason for people.</param>
/// <param name="LastTransition">When the status, not the reason, last changed.</param>
public sealed record Condition(ConditionType Type, bool Status, string Reason, string Message, DateTimeOffset LastTransition);
