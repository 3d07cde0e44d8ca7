namespace VoiceAssist.Hosting.Kubernetes;

/// <summary>Names as Kubernetes takes them: RFC 1123 labels.</summary>
internal static class Names
{
    public const int MaxLabelLength = 63;

    public static bool IsLabel(string name) =>
        name.Length is > 0 and <= MaxLabelLength
        && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        && name[0] != '-'
        && name[^1] != '-';

    /// <exception cref="ArgumentException">The name is not a label.</exception>
    public static string Checked(string kind, string name) => IsLabel(name)
        ? name
        : throw new ArgumentException($"The {kind} name '{name}' is not allowed. Allowed: 1 to {MaxLabelLength} lower-case letters, digits and hyphens, beginning and ending with a letter or digit.", nameof(name));
}
