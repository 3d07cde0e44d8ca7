namespace VoiceAssist.Autoscaling.Validation;

/// <summary>Collects field errors with the API server's wording for each kind.</summary>
internal sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public void Required(string path, string detail) => _errors.Add(new(path, FieldErrorKind.Required, detail));

    public void Invalid(string path, object? value, string detail) => _errors.Add(new(path, FieldErrorKind.Invalid, detail, value));

    public void Forbidden(string path, string detail) => _errors.Add(new(path, FieldErrorKind.Forbidden, detail));

    public void NotSupported(string path, string? value, params string[] supported) =>
        _errors.Add(new(path, FieldErrorKind.NotSupported, "supported values: " + string.Join(", ", supported.Select(s => $"\"{s}\"")), value));
}
