using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks;

/// <summary>A check that looks at one environment at a time.</summary>
internal abstract class EnvironmentCheck : IPlanCheck
{
    public abstract CheckDescription Description { get; }

    public IEnumerable<Finding> Run(IReadOnlyList<EnvironmentPlan> plans) => plans.SelectMany(Check);

    protected abstract IEnumerable<Finding> Check(EnvironmentPlan plan);

    /// <summary>A finding on an object, at a place of its own or at the object's.</summary>
    protected Finding Found(EnvironmentPlan plan, PlannedObject planned, string found, SourceLocation? at = null) =>
        new(Description, plan.Context.ToString(), planned.ToString(), at is { File: not null } ? at : planned.At, found);
}
