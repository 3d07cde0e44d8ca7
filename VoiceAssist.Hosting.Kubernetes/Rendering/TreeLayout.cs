using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>What stands where in the published tree.</summary>
internal static class TreeLayout
{
    public const string Kustomization = "kustomization.yaml";

    /// <summary>
    /// The base once more, for the overlays: Kustomize refuses a base that contains its overlay ("cycle detected"), so overlays below the top cannot
    /// refer to it.
    /// </summary>
    public const string Base = "base";

    /// <summary>The directories in which files are written.</summary>
    public static IReadOnlyList<string> Directories { get; } = [Base, "overlays", "components", "rendered", "plan", "monitoring"];

    /// <summary>The first line of every generated file that can have comments.</summary>
    public const string Header = "Published from the app model: change the policies there, not this file.";

    /// <summary>Whether the object belongs to the cluster rather than to a namespace: its file stands by itself, in no kustomization, and is applied with <c>kubectl apply -f</c>.</summary>
    public static bool IsStandalone(PlannedObject planned) => planned.Component == MetricsServerPlanner.ComponentName;

    public static string Overlay(string environment) => $"overlays/{environment}";

    public static string Component(string name) => $"components/{name}";

    public static string Rendered(string environment) => $"rendered/{environment}.yaml";

    public static string Plan(string environment) => $"plan/{environment}.json";

    /// <summary>The file of an overlay's patches of a kind.</summary>
    public static string PatchFile(string kind) => kind switch
    {
        "HorizontalPodAutoscaler" or "ScaledObject" => "hpa-patch.yaml",
        "ResourceQuota" => "quota.yaml",
        "Deployment" or "StatefulSet" => "resource-patch.yaml",
        "PodDisruptionBudget" => "pdb-patch.yaml",
        "VerticalPodAutoscaler" => "vpa-patch.yaml",
        "ServiceMonitor" or "PrometheusRule" => "monitoring-patch.yaml",
        "NetworkPolicy" => "network-policy-patch.yaml",
        "Ingress" or "HTTPRoute" => "ingress-patch.yaml",
        "Role" or "RoleBinding" or "ServiceAccount" => "rbac-patch.yaml",
        _ => $"{kind.ToLowerInvariant()}-patch.yaml",
    };
}
