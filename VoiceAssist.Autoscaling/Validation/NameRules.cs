using System.Text.RegularExpressions;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The name formats an autoscaler's fields must have (apimachinery <c>validation</c> packages).</summary>
internal static partial class NameRules
{
    private const string SubdomainDetail =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
        + "alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private const string LabelDetail =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric "
        + "character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    public static void Subdomain(FieldErrors errors, string path, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Required(path, "name or generateName is required");
            return;
        }

        foreach (var problem in SubdomainProblems(name))
        {
            errors.Invalid(path, name, problem);
        }
    }

    public static IEnumerable<string> SubdomainProblems(string name)
    {
        if (name.Length > 253)
        {
            yield return TooLong(253);
        }

        if (!SubdomainPattern().IsMatch(name))
        {
            yield return SubdomainDetail;
        }
    }

    public static void Label(FieldErrors errors, string path, string name)
    {
        if (name.Length > 63)
        {
            errors.Invalid(path, name, TooLong(63));
        }

        if (!LabelPattern().IsMatch(name))
        {
            errors.Invalid(path, name, LabelDetail);
        }
    }

    public static void PathSegment(FieldErrors errors, string path, string name)
    {
        if (name is "." or "..")
        {
            errors.Invalid(path, name, $"may not be '{name}'");
            return;
        }

        foreach (var character in "/%")
        {
            if (name.Contains(character, StringComparison.Ordinal))
            {
                errors.Invalid(path, name, $"may not contain '{character}'");
            }
        }
    }

    public static string TooLong(int most) => $"must be no more than {most} bytes";

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex SubdomainPattern();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex LabelPattern();
}
