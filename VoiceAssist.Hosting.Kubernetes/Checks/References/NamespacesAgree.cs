using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>An overlay's namespace transformer takes everything along: only the environment's own objects may be in it.</summary>
internal sealed class NamespacesAgree : EnvironmentCheck
{
    // Of the kinds a plan can hold; what is not here is namespaced.
    private static readonly HashSet<string> ClusterScoped = new(StringComparer.Ordinal)
    {
        "APIService", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "GatewayClass", "IngressClass", "MutatingWebhookConfiguration", "Namespace",
        "PersistentVolume", "PriorityClass", "RuntimeClass", "StorageClass", "ValidatingAdmissionPolicy", "ValidatingWebhookConfiguration",
    };

    public override CheckDescription Description { get; } = new("VAK406", Severity.Error, "An object lies outside the environment's namespace")
    {
        Why = "Kustomize's `namespace:` moves every namespaced object of an overlay, those meant for kube-system too, and renames Namespace objects; a cluster-scoped object is shared by all environments, "
            + "and the last one applied wins. Selectors, budgets and monitors that stayed in another namespace find no pods.",
        Do = "Keep what belongs to the cluster (Metrics Server, adapter rules, cluster roles) out of base and overlays, in files that are applied on their own, and let the rest take the environment's namespace.",
        Source = "https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/namespace/",
    };

    /// <summary>Whether a component's objects all belong elsewhere: then it is applied on its own and no overlay takes it in.</summary>
    private static bool StandsAlone(IEnumerable<PlannedObject> component, string own) =>
        component.All(o => ClusterScoped.Contains(o.Object.Kind) || o.Object.Metadata.NamespaceProperty != own);

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var own = plan.Context.Namespace;
        var alone = plan.Objects.Where(o => o.Component is not null).GroupBy(o => o.Component).Where(g => StandsAlone(g, own)).Select(g => g.Key).ToHashSet();
        foreach (var planned in plan.Objects.Where(o => o.Component is null || !alone.Contains(o.Component)))
        {
            var metadata = planned.Object.Metadata;
            if (planned.Object is V1Namespace)
            {
                if (metadata.Name != own)
                {
                    yield return Found(plan, planned, $"the namespace of {plan.Context} is {own}");
                }
            }
            else if (ClusterScoped.Contains(planned.Object.Kind))
            {
                yield return Found(plan, planned, $"a {planned.Object.Kind} belongs to the cluster, not to {own}");
            }
            else if (metadata.NamespaceProperty != own)
            {
                yield return Found(plan, planned, $"its namespace is {metadata.NamespaceProperty ?? "(none)"}, that of {plan.Context} is {own}");
            }
        }
    }
}
