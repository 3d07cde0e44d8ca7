namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The number of replicas of a workload without autoscaler.</summary>
internal static class FixedReplicas
{
    /// <summary>Null where an autoscaler decides: a number beside it would take back what it did at every apply.</summary>
    public static int? Of(WorkloadModel workload, CommentSet comments)
    {
        if (workload.Scaling is { ReplicaBounds: not null })
        {
            return null;
        }

        comments.Add("spec/replicas", workload.Workload.Replicas?.Because);
        return workload.Replicas.Min;
    }
}
