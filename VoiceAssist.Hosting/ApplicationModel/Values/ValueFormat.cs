namespace Aspire.Hosting.ApplicationModel;

/// <summary>The one format an expression's hole may carry: <c>{password:uri}</c>.</summary>
internal static class ValueFormat
{
    public const string Uri = "uri";

    /// <exception cref="FormatException">The format is not <c>uri</c>.</exception>
    public static string Apply(string value, string? format) => format switch
    {
        null => value,
        _ when format.Equals(Uri, StringComparison.OrdinalIgnoreCase) => System.Uri.EscapeDataString(value),
        _ => throw new FormatException($"The format '{format}' is not supported in a reference expression. Allowed: '{Uri}' (percent-encoding)."),
    };
}
