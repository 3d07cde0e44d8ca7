using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>Runs every check, applies the app host's suppressions, sorts.</summary>
internal static class CheckRunner
{
    /// <param name="plans">All plans, the base first.</param>
    public static CheckReport Run(IReadOnlyList<EnvironmentPlan> plans) => Run(plans, PlanChecks.All);

    /// <inheritdoc cref="Run(IReadOnlyList{EnvironmentPlan})"/>
    /// <param name="plans">All plans, the base first.</param>
    /// <param name="checks">The checks to run.</param>
    public static CheckReport Run(IReadOnlyList<EnvironmentPlan> plans, IReadOnlyList<IPlanCheck> checks)
    {
        var order = plans.Select((p, i) => (Name: p.Context.ToString(), Index: i)).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Index);
        var found = Sorted(checks.SelectMany(c => c.Run(plans)), order);
        var suppressions = plans.ToDictionary(p => p.Context.ToString(), p => p.Context.Cluster.Suppressed);
        var suppressed = found
            .Where(f => f.Severity == Severity.Warning && suppressions[f.Environment].ContainsKey(f.Check.Id))
            .Select(f => new SuppressedFinding(f, suppressions[f.Environment][f.Check.Id]))
            .ToArray();
        var warnings = found
            .Where(f => f.Severity == Severity.Warning && !suppressions[f.Environment].ContainsKey(f.Check.Id))
            .Concat(SuppressionChecks.Run(plans, checks, suppressed));
        return new([.. found.Where(f => f.Severity == Severity.Error)], Sorted(warnings, order), suppressed);
    }

    private static Finding[] Sorted(IEnumerable<Finding> findings, Dictionary<string, int> order) =>
    [
        .. findings
            .Distinct()
            .OrderBy(f => f.Check.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Object, StringComparer.Ordinal)
            .ThenBy(f => f.Found, StringComparer.Ordinal)
            .ThenBy(f => order[f.Environment]),
    ];
}
