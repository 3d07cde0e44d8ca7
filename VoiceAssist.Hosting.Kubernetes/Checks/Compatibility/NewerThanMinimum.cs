using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;

/// <summary>Fields and APIs that the oldest Kubernetes the app host allows does not have: refused (an error) or dropped (a warning).</summary>
internal sealed class NewerThanMinimum : EnvironmentCheck
{
    private readonly bool _dropped;

    private NewerThanMinimum(bool dropped, CheckDescription description) => (_dropped, Description) = (dropped, description);

    /// <summary>The oldest cluster refuses it, or does something else.</summary>
    public static NewerThanMinimum Unknown { get; } = new(false, new("VAK801", Severity.Error, "A field or API is newer than the oldest Kubernetes the app host allows")
    {
        Why = "`kubectl apply` refuses a field the API server does not know (`strict decoding error: unknown field`), or the object means something else there.",
        Do = "Require the release that is named, or do without the field.",
        Sample = "cluster.RequiresKubernetes(\"1.29\");",
        Source = "kubernetes/kubernetes pkg/features/kube_features.go; the finding names the KEP",
    });

    /// <summary>The oldest cluster drops it silently.</summary>
    public static NewerThanMinimum Dropped { get; } = new(true, new("VAK802", Severity.Warning, "The oldest Kubernetes the app host allows ignores a field")
    {
        Why = "The API server knows the field but its feature gate is off by default: it drops the value without a word, and the object behaves as if it were not there.",
        Do = "Require the release in which the field works by default, or suppress the warning where the gate is known to be on.",
        Sample = "cluster.RequiresKubernetes(\"1.35\");",
        Source = "kubernetes/kubernetes pkg/features/kube_features.go; the finding names the KEP",
    });

    public override CheckDescription Description { get; }

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var oldest = plan.Context.Cluster.MinimumKubernetes;
        return
            from feature in KubernetesFeatures.All
            where feature.Works > oldest && _dropped == (feature.Known <= oldest)
            from planned in plan.Objects
            where feature.Uses(planned.Object)
            select Found(plan, planned, $"{feature.Name} works from Kubernetes {feature.Works} on ({feature.Source}), the oldest allowed is {oldest}");
    }
}
