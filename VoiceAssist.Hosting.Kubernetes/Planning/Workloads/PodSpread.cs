using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>How a workload's pods are spread.</summary>
internal static class PodSpread
{
    /// <summary>Counts the pods of one revision only, so that a rollout does not end uneven; Kubernetes knows it since 1.27.</summary>
    private static readonly Version Revisions = new(1, 27);

    public static IList<V1TopologySpreadConstraint>? Of(WorkloadModel workload, EnvironmentContext environment, CommentSet comments, string path)
    {
        if (workload.Spread is not { Rules: { Count: > 0 } rules })
        {
            return null;
        }

        for (var i = 0; i < rules.Count; i++)
        {
            comments.Add($"{path}/topologySpreadConstraints/{i}", rules[i].Because);
        }

        return
        [
            .. rules.Select(rule => new V1TopologySpreadConstraint
            {
                TopologyKey = rule.Value.Topology,
                MaxSkew = rule.Value.MaxSkew,
                WhenUnsatisfiable = rule.Value.Required ? "DoNotSchedule" : "ScheduleAnyway",
                LabelSelector = new() { MatchLabels = Labels.Selector(workload) },
                MatchLabelKeys = environment.Cluster.MinimumKubernetes >= Revisions && !workload.IsStateful ? ["pod-template-hash"] : null,
            }),
        ];
    }
}
