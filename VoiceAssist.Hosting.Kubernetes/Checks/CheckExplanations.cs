using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>The text of <c>explain-check</c> and of <c>docs/checks.md</c>.</summary>
internal static class CheckExplanations
{
    /// <summary>Every description, by id.</summary>
    public static IReadOnlyList<CheckDescription> All { get; } =
        [.. PlanChecks.All.Select(c => c.Description).Concat(SuppressionChecks.Descriptions).OrderBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>The explanation of one check.</summary>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    public static string Of(string id) =>
        All.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.OrdinalIgnoreCase)) is { } description
            ? Section(description, "")
            : throw new ArgumentException($"There is no check '{id}'. Known: {string.Join(", ", All.Select(d => d.Id))}.", nameof(id));

    /// <summary>One line per check.</summary>
    public static string Index() => string.Concat(All.Select(d => $"{d.Id} {SeverityOf(d),-7} {d.Title}\n"));

    /// <summary>The page <c>docs/checks.md</c>.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Checks

            Every publish runs these checks over the plans of all environments. An **error** stops it: nothing is written. A **warning** is
            printed and can be suppressed by its id, with a reason, in the app host: `cluster.Suppress("VAK501", "why it does not matter here")`.
            A finding names the environment, the object, the place in the app host and the figures. The pipeline step `explain-check` prints a section of this page.

            This page is written from the checks themselves; a test keeps it true.


            """.ReplaceLineEndings("\n"));
        foreach (var group in CheckGroup.All)
        {
            page.Append($"## {group.Title}\n\n| id | | |\n|---|---|---|\n");
            var members = All.Where(d => d.Id.StartsWith(group.Prefix, StringComparison.Ordinal)).ToArray();
            page.AppendJoin("", members.Select(d => $"| [{d.Id}](#{d.Id.ToLowerInvariant()}) | {SeverityOf(d)} | {d.Title} |\n")).Append('\n');
            page.AppendJoin("", members.Select(d => $"### {d.Id}\n\n{Section(d, "**")}\n"));
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Section(CheckDescription description, string bold)
    {
        var text = new StringBuilder($"{bold}{(bold.Length == 0 ? $"{description.Id} " : "")}{SeverityOf(description)}: {description.Title}.{bold}\n\n{description.Why}\n\n{description.Do}\n");
        if (description.Sample is not null)
        {
            text.Append($"\n```csharp\n{description.Sample.ReplaceLineEndings("\n")}\n```\n");
        }

        if (description.Source is not null)
        {
            text.Append($"\nSource: {description.Source}.\n");
        }

        return text.ToString();
    }

    private static string SeverityOf(CheckDescription description) => description.Severity == Severity.Error ? "error" : "warning";
}
