namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>The components of the tree that workload planners write to.</summary>
internal static class Components
{
    /// <summary>Ways into the cluster.</summary>
    public const string Ingress = "ingress";
}
