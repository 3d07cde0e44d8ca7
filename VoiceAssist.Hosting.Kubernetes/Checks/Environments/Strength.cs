using VoiceAssist.Hosting.Kubernetes.Checks.Disruption;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Environments;

/// <summary>A figure of a workload that should not be smaller where it matters most.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Figure">What it is.</param>
/// <param name="Text">The figure as it is written.</param>
/// <param name="Amount">The figure as a number, for comparison.</param>
internal sealed record Strength(string Workload, string Figure, string Text, long Amount)
{
    /// <summary>The figures of every workload of a plan.</summary>
    public static IEnumerable<Strength> Of(EnvironmentPlan plan) => PodTemplate.Of(plan).SelectMany(p => Replicas(plan, p).Concat(Resources(p))).Concat(Budgets(plan));

    private static IEnumerable<Strength> Replicas(EnvironmentPlan plan, PodTemplate pods)
    {
        var (min, max) = Autoscaler.ReplicasOf(plan, pods);
        yield return new(pods.Name, "fewest replicas", $"{min}", min);
        yield return new(pods.Name, "most replicas", $"{max}", max);
    }

    private static IEnumerable<Strength> Resources(PodTemplate pods) =>
        from container in pods.All
        from resource in PodResources.Names
        from kind in (string[])["request", "limit"]
        let text = PodResources.Text(kind == "request" ? container.Resources?.Requests : container.Resources?.Limits, resource)
        where text is not null
        select new Strength(
            pods.Name,
            $"{resource} {kind} of container {container.Name}",
            text,
            resource == "cpu" ? PodResources.CpuOf(text).Millicores : PodResources.MemoryOf(text).Bytes);

    private static IEnumerable<Strength> Budgets(EnvironmentPlan plan) =>
        BudgetFigures.Of(plan).Select(b => new Strength(b.Pods.Name, "pods that stay up in a drain", $"{b.HealthyAtMin}", b.HealthyAtMin));
}
