namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>Plans environments: reads the app model, lets each planner add its objects, sums up.</summary>
internal sealed class EnvironmentPlanner(IReadOnlyList<IObjectPlanner> planners)
{
    /// <summary>Plans one environment (null: the base). The objects are in a stable order: by file, then in the order of the planners.</summary>
    public EnvironmentPlan Plan(EnvironmentContext context) => new(
        context,
        [.. planners.SelectMany(p => p.Plan(context)).OrderBy(o => o.File, StringComparer.Ordinal)],
        WorkloadCapacities.Of(context));
}
