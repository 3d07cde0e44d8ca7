namespace VoiceAssist.Autoscaling.Validation;

/// <summary>Why the API server would refuse an object.</summary>
/// <param name="Path">The field, as the API server names it: <c>spec.metrics[0].resource.target.type</c>.</param>
/// <param name="Kind">The kind of error.</param>
/// <param name="Detail">The API server's own reason.</param>
/// <param name="Value">The value given, null where the kind has none.</param>
public sealed record FieldError(string Path, FieldErrorKind Kind, string Detail, object? Value = null)
{
    /// <summary>The line as <c>kubectl apply</c> prints it.</summary>
    public override string ToString() => Kind switch
    {
        FieldErrorKind.Required => Detail.Length == 0 ? $"{Path}: Required value" : $"{Path}: Required value: {Detail}",
        FieldErrorKind.Forbidden => $"{Path}: Forbidden: {Detail}",
        FieldErrorKind.NotSupported => $"{Path}: Unsupported value: \"{Value}\": {Detail}",
        _ => $"{Path}: Invalid value: {(Value is string text ? $"\"{text}\"" : Value)}: {Detail}",
    };
}
