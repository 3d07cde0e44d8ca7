namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>Prints findings, the same one of several environments in one line.</summary>
internal static class FindingText
{
    /// <summary>
    /// A line such as <c>error VAK101 [prod] ResourceQuota/shop-quota (Program.cs:31): ...</c>; the findings differ in their environment only.
    /// </summary>
    public static string Of(IReadOnlyList<Finding> same)
    {
        var finding = same[0];
        var place = finding.At is { File: not null } at ? $" ({at})" : "";
        var environments = string.Join(", ", same.Select(f => f.Environment).Distinct());
        return $"{(finding.Severity == Severity.Error ? "error" : "warning")} {finding.Check.Id} [{environments}] {finding.Object}{place}: {finding.Found}";
    }

    /// <summary>The lines for findings, in their order.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Finding> findings) => findings
        .GroupBy(f => (f.Check.Id, f.Object, f.At, f.Found))
        .Select(g => Of([.. g]));
}
