namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rules for names in the model; they hold for DNS, Kubernetes and environment variables alike.</summary>
internal static class ModelName
{
    private const int MaxLength = 64;

    /// <exception cref="ArgumentException">The name breaks a rule; the message says which.</exception>
    public static void Validate(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Violation(name) is { } rule)
        {
            throw new ArgumentException(
                $"{kind} name '{name}' is invalid. {rule} Allowed: 1 to {MaxLength} ASCII letters, digits and hyphens, starting with a letter.",
                nameof(name));
        }
    }

    private static string? Violation(string name)
    {
        if (name.Length is < 1 or > MaxLength)
        {
            return $"It has {name.Length} characters.";
        }

        if (!char.IsAsciiLetter(name[0]))
        {
            return "It must start with an ASCII letter.";
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return $"It contains '{c}'.";
            }
        }

        if (name.EndsWith('-'))
        {
            return "It must not end with a hyphen.";
        }

        return name.Contains("--", StringComparison.Ordinal) ? "It must not contain two hyphens in a row." : null;
    }
}
