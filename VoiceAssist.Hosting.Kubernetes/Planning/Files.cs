namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>The files of the base that hold workloads and what belongs to them.</summary>
internal static class Files
{
    public const string Namespace = "namespace.yaml";
    public const string Workloads = "resource-limits.yaml";
    public const string Rbac = "rbac.yaml";
    public const string NetworkPolicies = "network-policies.yaml";
    public const string Ingress = "ingress.yaml";

    /// <summary>Generators stand in the Kustomization itself.</summary>
    public const string Kustomization = "kustomization.yaml";
}
