using System.Text.RegularExpressions;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>How long a name may be and what it is made of.</summary>
/// <param name="Most">The most characters.</param>
/// <param name="Form">Its form.</param>
/// <param name="Because">What sets the length, for the message.</param>
internal sealed partial record NameRule(int Most, NameForm Form, string Because)
{
    private static readonly NameRule Subdomain = new(253, NameForm.Subdomain, "an RFC 1123 subdomain");
    private static readonly NameRule Segment = new(253, NameForm.PathSegment, "a path segment");

    /// <summary>A container's name.</summary>
    public static NameRule Container { get; } = new(63, NameForm.Label, "an RFC 1123 label");

    /// <summary>A container port's name (IANA service name).</summary>
    public static NameRule Port { get; } = new(15, NameForm.PortName, "an IANA service name");

    /// <summary>A label's value.</summary>
    public static NameRule LabelValue { get; } = new(63, NameForm.LabelValue, "a label's value");

    /// <summary>The rule for the names of a kind.</summary>
    public static NameRule Of(string kind) => kind switch
    {
        "Namespace" => new(63, NameForm.Label, "an RFC 1123 label"),
        "Service" => new(63, NameForm.Dns1035, "an RFC 1035 label, it is a host name"),

        // Pods carry the label controller-revision-hash: NAME- and up to 10 characters (kubernetes/kubernetes#64023).
        "StatefulSet" => new(52, NameForm.Subdomain, "its pods' label controller-revision-hash adds 11"),

        // The Jobs it makes append - and the minute as 10 digits.
        "CronJob" => new(52, NameForm.Subdomain, "its Jobs' names add 11"),
        "Job" => new(63, NameForm.Subdomain, "it is the value of its pods' label job-name"),

        // The value of the label scaledobject.keda.sh/name of the HPA that KEDA makes.
        "ScaledObject" => new(63, NameForm.Subdomain, "it is the value of a label of KEDA's HPA"),
        "Role" or "RoleBinding" or "ClusterRole" or "ClusterRoleBinding" => Segment,
        _ => Subdomain,
    };

    /// <summary>What is wrong with a name; null: nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="suffix">Characters that are appended to it later.</param>
    public string? Problem(string? name, int suffix = 0) =>
        string.IsNullOrEmpty(name) ? (Form == NameForm.LabelValue ? null : "it has no name")
        : name.Length + suffix > Most ? $"'{name}' has {name.Length} characters{(suffix > 0 ? $" and gets {suffix} more" : "")}, {Most} are allowed ({Because})"
        : !Pattern().IsMatch(name) ? $"'{name}' is not {FormText}"
        : null;

    private string FormText => Form switch
    {
        NameForm.Label => "an RFC 1123 label (a-z, 0-9 and hyphens, neither first nor last)",
        NameForm.Dns1035 => "an RFC 1035 label (as an RFC 1123 label, and a letter first)",
        NameForm.PortName => "an IANA service name (a-z, 0-9 and single hyphens, at least one letter)",
        NameForm.LabelValue => "a label's value (letters, digits, -, _ and ., a letter or digit first and last)",
        NameForm.PathSegment => "a path segment (no / and no %)",
        _ => "an RFC 1123 subdomain (labels of a-z, 0-9 and hyphens, joined by dots)",
    };

    private Regex Pattern() => Form switch
    {
        NameForm.Label => LabelPattern(),
        NameForm.Dns1035 => Dns1035Pattern(),
        NameForm.PortName => PortPattern(),
        NameForm.LabelValue => ValuePattern(),
        NameForm.PathSegment => SegmentPattern(),
        _ => SubdomainPattern(),
    };

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^[a-z]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex Dns1035Pattern();

    [GeneratedRegex(@"^(?=[^a-z]*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex PortPattern();

    [GeneratedRegex(@"^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\z")]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"^(?!\.{1,2}\z)[^/%]+\z")]
    private static partial Regex SegmentPattern();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex SubdomainPattern();
}
