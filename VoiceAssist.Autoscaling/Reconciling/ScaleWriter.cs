namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>Writes a new replica count to the target's scale.</summary>
/// <param name="replicas">The count.</param>
/// <returns>Null on success, otherwise what went wrong.</returns>
public delegate string? ScaleWriter(int replicas);
