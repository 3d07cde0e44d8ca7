using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>A PodDisruptionBudget (policy/v1) for each workload that has one.</summary>
internal sealed class DisruptionBudgetPlanner : IObjectPlanner
{
    /// <summary>Kubernetes' own annotation for what is special about an object; here why a budget blocks on purpose.</summary>
    public const string Description = "kubernetes.io/description";

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads
        .Where(w => w.Budget?.MinAvailablePods is not null)
        .Select(w => Plan(environment, w, w.Budget!));

    private static PlannedObject Plan(EnvironmentContext environment, WorkloadModel workload, DisruptionBudgetPolicy policy)
    {
        var pods = policy.MinAvailablePods!;
        var comments = new CommentBook().Say("spec/minAvailable", pods.Because, Meaning(pods.Value, policy.BlocksDrainBecause));
        var evictsUnhealthy = environment.Cluster.MinimumKubernetes >= Versions.UnhealthyPodEviction;
        if (evictsUnhealthy)
        {
            comments.Say("spec/unhealthyPodEvictionPolicy", null, policy.Unhealthy == UnhealthyPodEviction.AlwaysAllow
                ? "A pod that is not Ready may always be evicted."
                : "A pod that is not Ready may be evicted only while enough others are.");
        }

        var budget = new V1PodDisruptionBudget
        {
            ApiVersion = $"{V1PodDisruptionBudget.KubeGroup}/{V1PodDisruptionBudget.KubeApiVersion}",
            Kind = V1PodDisruptionBudget.KubeKind,
            Metadata = new()
            {
                Name = ObjectNames.DisruptionBudget(workload),
                NamespaceProperty = environment.Namespace,
                Labels = Labels.For(workload, environment),
                Annotations = policy.BlocksDrainBecause is { } because
                    ? new Dictionary<string, string> { [Description] = $"Blocks a drain of its node on purpose: {because}" }
                    : null,
            },
            Spec = new()
            {
                MinAvailable = pods.Value,
                Selector = new() { MatchLabels = Labels.Selector(workload) },
                UnhealthyPodEvictionPolicy = evictsUnhealthy ? policy.Unhealthy.ToString() : null,
            },
        };
        return new(budget, ScalingFiles.DisruptionBudgets) { Comments = comments.All, At = workload.PlaceOf<DisruptionBudgetPolicy>() };
    }

    private static string Meaning(int pods, string? blocksBecause) => pods switch
    {
        _ when blocksBecause is not null => $"Blocks a drain on purpose: {blocksBecause}",
        0 => "All pods may go at once.",
        1 => "One pod stays up while nodes are drained.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{pods} pods stay up while nodes are drained."),
    };
}
