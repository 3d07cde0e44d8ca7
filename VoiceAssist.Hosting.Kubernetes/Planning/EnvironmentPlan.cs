using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>The complete typed picture of one environment; checks look only at it, rendering only prints it.</summary>
/// <param name="Context">What the app model says.</param>
/// <param name="Objects">Every object.</param>
/// <param name="Capacity">What it needs, idle and at peak, and the quota that admits it.</param>
internal sealed record EnvironmentPlan(EnvironmentContext Context, IReadOnlyList<PlannedObject> Objects, CapacityReport Capacity)
{
    /// <summary>The plan without what stands by itself in the cluster: what the checks judge.</summary>
    public EnvironmentPlan OfTheApp => this with { Objects = [.. Objects.Where(o => !TreeLayout.IsStandalone(o))] };

    /// <summary>The objects of a type.</summary>
    public IEnumerable<T> Of<T>() => Objects.Select(o => o.Object).OfType<T>();
}
