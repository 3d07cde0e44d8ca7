using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>What checks ask of a plan again and again.</summary>
internal static class PlanQueries
{
    /// <summary>The planned objects of a type, with the typed object.</summary>
    public static IEnumerable<(PlannedObject Planned, T Object)> Planned<T>(this EnvironmentPlan plan) =>
        plan.Objects.Where(o => o.Object is T).Select(o => (o, (T)o.Object));

    /// <summary>The workload of the app model behind an object; null: none of that name.</summary>
    public static WorkloadModel? Workload(this EnvironmentPlan plan, string name) => plan.Context.Workloads.FirstOrDefault(w => w.Name == name);

    /// <summary>Where a workload's policy was written; null: the workload or the place is not known.</summary>
    public static SourceLocation? Place<TPolicy>(this EnvironmentPlan plan, string workload) => plan.Workload(workload)?.PlaceOf<TPolicy>();

    /// <summary>Where the figures of a workload's CPU and memory were written.</summary>
    public static SourceLocation? PlaceOfResources(this EnvironmentPlan plan, string workload) =>
        plan.Workload(workload)?.Resources?.CpuBounds?.At ?? plan.Place<ResourcesPolicy>(workload);

    /// <summary>Where a workload's probe was written.</summary>
    public static SourceLocation? PlaceOfProbe(this EnvironmentPlan plan, string workload, Func<ProbesPolicy, ProbeRule?> probe) =>
        plan.Workload(workload) is { } model && probe(model.Probes) is { } rule ? rule.At : plan.Place<ProbesPolicy>(workload);

    /// <summary>Whether two objects are in one namespace; an object that names none is in the environment's.</summary>
    public static bool AreTogether(this EnvironmentPlan plan, string? one, string? other) =>
        (one ?? plan.Context.Namespace) == (other ?? plan.Context.Namespace);
}
