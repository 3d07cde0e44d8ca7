namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>
/// A component without what a cluster does not know that lacks a group of custom resource definitions. A ScaledObject is not optional: the workload
/// would not scale (see <see cref="MetricsComponent"/>).
/// </summary>
/// <param name="Name">The component's name.</param>
/// <param name="Group">The API group.</param>
internal sealed record CrdComponent(string Name, string Group)
{
    /// <summary>The component that consists of all of them.</summary>
    public const string AllName = "without-optional-crds";

    public static IReadOnlyList<CrdComponent> All { get; } = [new("without-prometheus-operator", "monitoring.coreos.com"), new("without-vpa", "autoscaling.k8s.io")];

    /// <summary>The objects of a plan that the component deletes, those of other components included.</summary>
    public IReadOnlyList<PlannedObject> Deleted(EnvironmentPlan plan) => [.. plan.Objects.Where(o => o.Object.ApiVersion.StartsWith(Group + "/", StringComparison.Ordinal))];
}
