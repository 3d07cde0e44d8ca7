using System.Text.RegularExpressions;

namespace VoiceAssist.Autoscaling.Validation;

/// <summary>The name of a container's resource: a standard one such as <c>cpu</c>, or a qualified one such as <c>example.com/gpu</c>.</summary>
/// <remarks>As <c>ValidateContainerResourceName</c> of <c>pkg/apis/core/validation</c>; a bad name without prefix gives two reasons.</remarks>
internal static partial class ResourceNameRules
{
    private const string Qualified =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    // What a quota may count besides; known to the API, but nothing that a container requests.
    private static readonly string[] OtherStandard =
    [
        "requests.cpu", "requests.memory", "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage",
        "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims",
        "storage", "requests.storage", "services.nodeports", "services.loadbalancers",
    ];

    public static void Check(FieldErrors errors, string path, string name)
    {
        var problems = Problems(name).ToList();
        var isPlain = !name.Contains('/', StringComparison.Ordinal);
        var isOfContainers = name is "cpu" or "memory" or "ephemeral-storage" || name.StartsWith("hugepages-", StringComparison.Ordinal);
        if (problems.Count == 0 && isPlain && !isOfContainers && !OtherStandard.Contains(name))
        {
            problems.Add("must be a standard resource type or fully qualified");
        }

        if (isPlain && !isOfContainers)
        {
            problems.Add("must be a standard resource for containers");
        }
        else if (!isPlain && !name.Contains("kubernetes.io/", StringComparison.Ordinal) && !IsExtended(name))
        {
            problems.Add("doesn't follow extended resource name standard");
        }

        foreach (var problem in problems)
        {
            errors.Invalid(path, name, problem);
        }
    }

    // A quota counts it as requests.NAME, which must be a name itself.
    private static bool IsExtended(string name) =>
        !name.StartsWith("requests.", StringComparison.Ordinal) && !Problems("requests." + name).Any();

    private static IEnumerable<string> Problems(string name)
    {
        var parts = name.Split('/');
        if (parts.Length > 2)
        {
            return [$"a qualified name {Qualified} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        var prefix = parts.Length == 1 ? []
            : parts[0].Length == 0 ? ["must be non-empty"]
            : NameRules.SubdomainProblems(parts[0]);
        return [.. prefix.Select(p => $"prefix part {p}"), .. PartProblems(parts[^1]).Select(p => $"name part {p}")];
    }

    private static IEnumerable<string> PartProblems(string part)
    {
        if (part.Length == 0)
        {
            yield return "must be non-empty";
        }
        else if (part.Length > 63)
        {
            yield return NameRules.TooLong(63);
        }

        if (!QualifiedPattern().IsMatch(part))
        {
            yield return Qualified;
        }
    }

    [GeneratedRegex(@"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\z")]
    private static partial Regex QualifiedPattern();
}
