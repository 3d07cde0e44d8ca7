using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>
/// Metrics Server, without which no HPA sees CPU or memory. It belongs to the cluster, not to the app: it stands by itself, once, and
/// only clusters that have none apply it. Facts from <c>manifests/base</c> of kubernetes-sigs/metrics-server at <see cref="Version"/>.
/// </summary>
/// <param name="insecureKubeletTls">Whether certificates of kubelets that no authority signed are accepted, as kind's and minikube's.</param>
internal sealed class MetricsServerPlanner(bool insecureKubeletTls = false) : IObjectPlanner
{
    /// <summary>0.7 is for Kubernetes 1.27 and later.</summary>
    public const string Version = "v0.7.2";

    public const string ComponentName = "metrics-server";

    private const string Name = "metrics-server";
    private const string Namespace = "kube-system";
    private const string RbacGroup = "rbac.authorization.k8s.io";
    private const string MetricsGroup = "metrics.k8s.io";
    private const string InsecureKubelets = "--kubelet-insecure-tls";

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Environment is null ? Objects() : [];

    private IEnumerable<PlannedObject> Objects()
    {
        yield return Planned(new V1ServiceAccount(), Name);
        yield return Planned(
            new V1ClusterRole
            {
                Rules = [Rule(MetricsGroup, ["pods", "nodes"], ["get", "list", "watch"])],
            },
            "system:aggregated-metrics-reader",
            isNamespaced: false,
            new()
            {
                ["rbac.authorization.k8s.io/aggregate-to-admin"] = "true",
                ["rbac.authorization.k8s.io/aggregate-to-edit"] = "true",
                ["rbac.authorization.k8s.io/aggregate-to-view"] = "true",
            });
        yield return Planned(
            new V1ClusterRole { Rules = [Rule("", ["nodes/metrics"], ["get"]), Rule("", ["pods", "nodes"], ["get", "list", "watch"])] },
            "system:metrics-server",
            isNamespaced: false);
        yield return Planned(
            new V1RoleBinding { RoleRef = Role("Role", "extension-apiserver-authentication-reader"), Subjects = Subjects() },
            "metrics-server-auth-reader");
        yield return Planned(
            new V1ClusterRoleBinding { RoleRef = Role("ClusterRole", "system:auth-delegator"), Subjects = Subjects() },
            "metrics-server:system:auth-delegator",
            isNamespaced: false);
        yield return Planned(
            new V1ClusterRoleBinding { RoleRef = Role("ClusterRole", "system:metrics-server"), Subjects = Subjects() },
            "system:metrics-server",
            isNamespaced: false);
        yield return Planned(
            new V1Service { Spec = new() { Selector = Selector(), Ports = [new() { Name = "https", Port = 443, Protocol = "TCP", TargetPort = "https" }] } },
            Name);
        yield return Planned(MetricsServerDeployment.Of(Name, Version, Selector(), insecureKubeletTls ? [InsecureKubelets] : []), Name) with
        {
            Comments = new Dictionary<string, string>
            {
                ["spec/template/spec/containers/0/args"] = insecureKubeletTls
                    ? "Accepts the certificates of kubelets that no authority signed; not for a cluster that matters."
                    : $"Clusters whose kubelets serve certificates that no authority signed (kind, minikube) need {InsecureKubelets} here.",
            },
        };
        yield return Planned(
            new V1APIService
            {
                Spec = new()
                {
                    Group = MetricsGroup,
                    Version = "v1beta1",
                    GroupPriorityMinimum = 100,
                    VersionPriority = 100,
                    InsecureSkipTLSVerify = true,
                    Service = new() { Name = Name, NamespaceProperty = Namespace },
                },
            },
            $"v1beta1.{MetricsGroup}",
            isNamespaced: false) with
        {
            Comments = new Dictionary<string, string> { ["spec/insecureSkipTLSVerify"] = "It makes its own certificate at every start." },
        };
    }

    private static PlannedObject Planned<T>(T given, string name, bool isNamespaced = true, Dictionary<string, string>? labels = null)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        given.Initialize();
        given.Metadata = new() { Name = name, NamespaceProperty = isNamespaced ? Namespace : null, Labels = Selector() };
        foreach (var (label, value) in labels ?? [])
        {
            given.Metadata.Labels[label] = value;
        }

        return new(given, ScalingFiles.MetricsServer) { Component = ComponentName };
    }

    private static Dictionary<string, string> Selector() => new() { ["k8s-app"] = Name };

    private static V1PolicyRule Rule(string group, string[] resources, string[] verbs) => new() { ApiGroups = [group], Resources = resources, Verbs = verbs };

    private static V1RoleRef Role(string kind, string name) => new() { ApiGroup = RbacGroup, Kind = kind, Name = name };

    private static IList<Rbacv1Subject> Subjects() => [new() { Kind = "ServiceAccount", Name = Name, NamespaceProperty = Namespace }];
}
