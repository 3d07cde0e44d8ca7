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

    private const string QualifiedDetail =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    public static void Subdomain(FieldErrors errors, string path, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Required(path, "name or generateName is required");
            return;
        }

        CheckLength(errors, path, name, 253);
        if (!SubdomainPattern().IsMatch(name))
        {
            errors.Invalid(path, name, SubdomainDetail);
        }
    }

    public static void Label(FieldErrors errors, string path, string name)
    {
        CheckLength(errors, path, name, 63);
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

    /// <summary>A container resource: a standard one, or a qualified name such as <c>example.com/gpu</c>.</summary>
    public static void ContainerResource(FieldErrors errors, string path, string name)
    {
        var slash = name.LastIndexOf('/');
        if (!QualifiedPattern().IsMatch(name[(slash + 1)..]))
        {
            errors.Invalid(path, name, QualifiedDetail);
        }
        else if (slash < 0 && name is not ("cpu" or "memory" or "ephemeral-storage") && !name.StartsWith("hugepages-", StringComparison.Ordinal))
        {
            errors.Invalid(path, name, "must be a standard resource for containers");
        }
    }

    private static void CheckLength(FieldErrors errors, string path, string name, int most)
    {
        if (name.Length > most)
        {
            errors.Invalid(path, name, $"must be no more than {most} characters");
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex SubdomainPattern();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\z")]
    private static partial Regex QualifiedPattern();
}
