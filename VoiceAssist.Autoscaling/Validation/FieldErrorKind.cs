namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The kinds of field errors the API server distinguishes.</summary>
public enum FieldErrorKind
{
    Required,
    Invalid,
    NotSupported,
    Forbidden,
}
