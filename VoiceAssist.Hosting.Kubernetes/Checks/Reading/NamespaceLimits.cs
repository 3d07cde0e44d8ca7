using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>The items of a plan's LimitRanges.</summary>
internal static class NamespaceLimits
{
    /// <summary>What fills in for containers that say nothing; null: nothing does.</summary>
    public static V1LimitRangeItem? ContainerDefaults(EnvironmentPlan plan) =>
        Items(plan, "Container").Select(i => i.Item).FirstOrDefault(i => i.DefaultRequest is not null || i.DefaultProperty is not null);

    /// <summary>The items for a type, <c>Container</c> or <c>Pod</c>.</summary>
    public static IEnumerable<(PlannedObject Planned, V1LimitRangeItem Item)> Items(EnvironmentPlan plan, string type) =>
        plan.Planned<V1LimitRange>().SelectMany(l => (l.Object.Spec?.Limits ?? []).Where(i => i.Type == type).Select(i => (l.Planned, i)));
}
