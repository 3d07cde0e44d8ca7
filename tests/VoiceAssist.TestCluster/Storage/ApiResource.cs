namespace VoiceAssist.TestCluster.Storage;

/// <summary>A kind that a cluster serves.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Version">The served version.</param>
/// <param name="Kind">For example <c>Deployment</c>.</param>
/// <param name="Plural">For example <c>deployments</c>.</param>
/// <param name="IsNamespaced">Whether objects live in namespaces.</param>
public sealed record ApiResource(string Group, string Version, string Kind, string Plural, bool IsNamespaced = true)
{
    /// <summary>What a cluster of Kubernetes 1.36 serves by itself, as far as it is used here.</summary>
    public static IReadOnlyList<ApiResource> BuiltIn { get; } =
    [
        new("", "v1", "Namespace", "namespaces", false),
        new("", "v1", "Node", "nodes", false),
        new("", "v1", "ResourceQuota", "resourcequotas"),
        new("", "v1", "ServiceAccount", "serviceaccounts"),
        new("", "v1", "ConfigMap", "configmaps"),
        new("", "v1", "Secret", "secrets"),
        new("", "v1", "Service", "services"),
        new("", "v1", "LimitRange", "limitranges"),
        new("", "v1", "Pod", "pods"),
        new("", "v1", "Event", "events"),
        new("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
        new("apps", "v1", "Deployment", "deployments"),
        new("apps", "v1", "StatefulSet", "statefulsets"),
        new("batch", "v1", "Job", "jobs"),
        new("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"),
        new("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
        new("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
        new("networking.k8s.io", "v1", "Ingress", "ingresses"),
        new("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false),
        new("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", false),
        new("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings"),
        new("apiregistration.k8s.io", "v1", "APIService", "apiservices", false),
    ];

    /// <summary>The vertical autoscaler's custom resource.</summary>
    public static ApiResource VerticalPodAutoscaler { get; } = new("autoscaling.k8s.io", "v1", "VerticalPodAutoscaler", "verticalpodautoscalers");

    /// <summary>The Prometheus operator's custom resources.</summary>
    public static IReadOnlyList<ApiResource> PrometheusOperator { get; } =
    [
        new("monitoring.coreos.com", "v1", "ServiceMonitor", "servicemonitors"),
        new("monitoring.coreos.com", "v1", "PrometheusRule", "prometheusrules"),
    ];

    public string GroupVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";
}
