namespace VoiceAssist.Autoscaling.Histories;

/// <summary>A completed change of the replica count.</summary>
/// <param name="Change">Pods added or removed, positive in both directions.</param>
/// <param name="Time">When.</param>
public readonly record struct ScaleEvent(int Change, DateTimeOffset Time);
