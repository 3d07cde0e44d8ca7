namespace Aspire.Hosting.ApplicationModel;

/// <summary>Makes environment variable names of resource, endpoint and property names.</summary>
internal static class EnvironmentVariableName
{
    /// <summary>Upper case; what is neither letter nor digit becomes <c>_</c>; a leading digit is preceded by one.</summary>
    public static string Encode(string name)
    {
        var encoded = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
        return encoded.Length > 0 && char.IsAsciiDigit(encoded[0]) ? "_" + encoded : encoded;
    }
}
