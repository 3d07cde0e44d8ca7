namespace VoiceAssist.Autoscaling.Validation;

/// <summary>An autoscaler that the API server would refuse.</summary>
public sealed class InvalidAutoscalerException : Exception
{
    public InvalidAutoscalerException(string name, IReadOnlyList<FieldError> errors)
        : base($"HorizontalPodAutoscaler {name} is invalid: {string.Join("; ", errors)}") => Errors = errors;

    /// <summary>Every reason, in the API server's order.</summary>
    public IReadOnlyList<FieldError> Errors { get; }
}
