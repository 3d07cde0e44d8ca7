namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>The planners of workloads and what belongs to them.</summary>
internal static class WorkloadPlanners
{
    public static IReadOnlyList<IObjectPlanner> All { get; } =
    [
        new NamespacePlanner(),
        new ServiceAccountPlanner(),
        new DeploymentPlanner(),
        new StatefulSetPlanner(),
        new ServicePlanner(),
        new AccessPlanner(),
        new SettingsPlanner(),
        new DefaultNetworkPolicyPlanner(),
        new NetworkPolicyPlanner(),
        new IngressPlanner(),
        new HttpRoutePlanner(),
    ];
}
