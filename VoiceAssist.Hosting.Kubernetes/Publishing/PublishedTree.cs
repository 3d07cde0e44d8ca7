using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Publishing.Plans;
using VoiceAssist.Hosting.Kubernetes.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>Everything that a publish writes.</summary>
internal static class PublishedTree
{
    /// <summary>The files of the whole tree: path to text.</summary>
    /// <param name="plans">The base, then the environments.</param>
    /// <param name="foundation">What the base patches; null: the base is complete by itself.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<EnvironmentPlan> plans, Foundation? foundation = null) => TreeRenderer.Render(
        plans[0],
        [.. plans.Skip(1)],
        MonitoringFiles.Of([.. plans.Select(p => p.Context)]),
        (plan, rendered) => PlanJson.Write(PlanDocuments.Of(plan, rendered)),
        foundation);
}
