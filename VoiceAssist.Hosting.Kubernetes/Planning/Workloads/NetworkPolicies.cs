using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>Parts of network policies.</summary>
internal static class NetworkPolicies
{
    public const string Ingress = "Ingress";
    public const string Egress = "Egress";

    public static PlannedObject Named(string name, EnvironmentContext environment, V1NetworkPolicySpec spec) =>
        new(Policy(ObjectMeta.Of(name, environment), spec), Files.NetworkPolicies);

    public static PlannedObject Of(WorkloadModel workload, EnvironmentContext environment, V1NetworkPolicySpec spec, CommentSet comments, SourceLocation at) =>
        new(Policy(ObjectMeta.Of(workload, environment), spec), Files.NetworkPolicies) { Comments = comments.ToDictionary(), At = at };

    public static V1LabelSelector NamespaceNamed(string name) => new() { MatchLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = name } };

    /// <summary>The pods of a workload in the same namespace.</summary>
    public static V1NetworkPolicyPeer Pods(WorkloadModel workload) => new() { PodSelector = new() { MatchLabels = Labels.Selector(workload) } };

    /// <summary>By number: what a name stands for is the destination's affair, and not every network plugin looks it up for egress.</summary>
    public static V1NetworkPolicyPort Port(WorkloadPort port) => new() { Protocol = port.Protocol, Port = port.Port };

    private static V1NetworkPolicy Policy(V1ObjectMeta metadata, V1NetworkPolicySpec spec) => new()
    {
        ApiVersion = $"{V1NetworkPolicy.KubeGroup}/{V1NetworkPolicy.KubeApiVersion}",
        Kind = V1NetworkPolicy.KubeKind,
        Metadata = metadata,
        Spec = spec,
    };
}
