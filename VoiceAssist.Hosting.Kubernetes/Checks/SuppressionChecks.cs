using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>Looks at the suppressions themselves: one that does nothing hides the next real finding.</summary>
internal static class SuppressionChecks
{
    public static CheckDescription Unknown { get; } = new("VAK991", Severity.Warning, "A suppression names no check that can be suppressed")
    {
        Why = "A misspelt id suppresses nothing, and an error cannot be suppressed: what is published would not work.",
        Do = "Write the id of a warning as it is printed, or remove the suppression and mend what the error says.",
        Sample = "cluster.Suppress(\"VAK501\", \"a batch job: nothing sends requests to it\")",
    };

    public static CheckDescription Unused { get; } = new("VAK992", Severity.Warning, "A suppression is not needed any more")
    {
        Why = "What it was written for is gone; left in place it hides the next finding of the same check.",
        Do = "Remove the suppression.",
    };

    /// <summary>The descriptions, for the documentation.</summary>
    public static IReadOnlyList<CheckDescription> Descriptions { get; } = [Unknown, Unused];

    public static IEnumerable<Finding> Run(IReadOnlyList<EnvironmentPlan> plans, IReadOnlyList<IPlanCheck> checks, IReadOnlyList<SuppressedFinding> suppressed)
    {
        var severities = checks.ToDictionary(c => c.Description.Id, c => c.Description.Severity);
        var used = suppressed.Select(s => s.Finding.Check.Id).ToHashSet(StringComparer.Ordinal);

        // A policy of the base holds in every environment: one that some environment needs is used.
        foreach (var (id, group) in plans
            .SelectMany(p => p.Context.Cluster.Suppressed.Keys.Select(id => (Id: id, Plan: p)))
            .GroupBy(x => x.Id, x => x.Plan)
            .Select(g => (g.Key, g)))
        {
            var environment = group.First().Context.ToString();
            var name = $"Suppression/{id}";
            if (!severities.TryGetValue(id, out var severity))
            {
                yield return new(Unknown, environment, name, null, $"there is no check {id}");
            }
            else if (severity == Severity.Error)
            {
                yield return new(Unknown, environment, name, null, $"{id} is an error and stops the publish; only warnings can be suppressed");
            }
            else if (!used.Contains(id))
            {
                yield return new(Unused, environment, name, null, $"{id} finds nothing in any environment");
            }
        }
    }
}
