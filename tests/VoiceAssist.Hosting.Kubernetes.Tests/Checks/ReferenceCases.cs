using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class ReferenceCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK401", "no selector", "it has no selector") { Plan = p => p.Edit<V1Deployment>(Shop.Api, d => d.Spec.Selector = null) },
        new("VAK401", "no pod labels", "does not match its template's labels (none)") { Plan = p => p.Edit<V1Deployment>(Shop.Api, d => d.Spec.Template.Metadata = null) },
        new("VAK401", "no image", "container api has no image") { Plan = p => p.EditContainer(Shop.Api, c => c.Image = null) },
        new("VAK401", "the pods of another workload", "also matches the pods of")
        {
            Plan = p => p.Edit<V1Deployment>(Shop.Worker, d => d.Spec.Template.Metadata.Labels["app.kubernetes.io/name"] = Shop.Api),
        },
        new("VAK401", "a selector by expression", null)
        {
            Plan = p => p.Edit<V1Deployment>(Shop.Api, d => d.Spec.Selector = new() { MatchExpressions = [new() { Key = "app.kubernetes.io/name", OperatorProperty = "In", Values = [Shop.Api] }] }),
        },

        new("VAK402", "a Service without pods", "selector app.kubernetes.io/name=shop-apis matches no pods in namespace shop-prod")
        {
            Plan = p => p.Edit<V1Service>(Shop.Api, s => s.Spec.Selector["app.kubernetes.io/name"] = "shop-apis"),
        },
        new("VAK402", "a Service over two workloads", "matches 4:") { Plan = p => p.Edit<V1Service>(Shop.Api, s => s.Spec.Selector = new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = "shop" }) },
        new("VAK402", "a budget without pods", "matches no pods") { Plan = p => p.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.Spec.Selector.MatchLabels["app.kubernetes.io/name"] = "nobody") },
        new("VAK402", "a budget in another namespace", "matches no pods in namespace elsewhere; Deployment/shop-api is in namespace shop-prod")
        {
            Plan = p => p.Edit<V1PodDisruptionBudget>("shop-api-pdb", b => b.Metadata.NamespaceProperty = "elsewhere"),
        },
        new("VAK402", "two budgets over one workload", "its pods are under 2 budgets: PodDisruptionBudget/shop-api-pdb, PodDisruptionBudget/second")
        {
            Plan = p => p.Add(new V1PodDisruptionBudget
            {
                ApiVersion = "policy/v1",
                Kind = "PodDisruptionBudget",
                Metadata = p.Meta("second"),
                Spec = new() { MinAvailable = 0, Selector = new() { MatchLabels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = Shop.Api } } },
            }),
        },
        new("VAK402", "a monitor without a Service", "matches no Service in namespace shop-prod")
        {
            Plan = p => p.Edit<ServiceMonitor>("shop-api-metrics", m => m.Spec.Selector = new() { MatchLabels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = "nobody" } }),
        },
        new("VAK402", "a network policy for nobody", "podSelector app=nobody matches no pods")
        {
            Plan = p => p.Add(new V1NetworkPolicy
            {
                ApiVersion = "networking.k8s.io/v1",
                Kind = "NetworkPolicy",
                Metadata = p.Meta("odd"),
                Spec = new() { PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "nobody" } } },
            }),
        },
        new("VAK402", "a network policy's peer in another namespace", null)
        {
            Plan = p => p.Add(new V1NetworkPolicy
            {
                ApiVersion = "networking.k8s.io/v1",
                Kind = "NetworkPolicy",
                Metadata = p.Meta("far"),
                Spec = new()
                {
                    PodSelector = new(),
                    Ingress = [new() { FromProperty = [new() { NamespaceSelector = new(), PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = "prometheus" } } }] }],
                },
            }),
        },
        new("VAK402", "a Service without selector", null) { Plan = p => p.Edit<V1Service>(Shop.Api, s => s.Spec.Selector = null) },

        new("VAK403", "a target port that nobody has", "leads to 9999, Deployment/shop-api has http 8080") { Plan = p => p.Edit<V1Service>(Shop.Api, s => s.Spec.Ports[0].TargetPort = 9999) },
        new("VAK403", "a probe on a port that is not there", "the liveness probe of container api asks port admin, the container has http 8080")
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.LivenessProbe.HttpGet.Port = "admin"),
        },
        new("VAK403", "a monitor on a port that is not there", "it scrapes port metrics, Service/shop-api has http")
        {
            Plan = p => p.Edit<ServiceMonitor>("shop-api-metrics", m => m.Spec.Endpoints[0].Port = "metrics"),
        },
        new("VAK403", "a target port by number", null) { Plan = p => p.Edit<V1Service>(Shop.Api, s => s.Spec.Ports[0].TargetPort = 8080) },

        new("VAK404", "a ServiceAccount that is not there", "serviceAccountName names ServiceAccount/nobody, which is not in namespace shop-prod") { Plan = p => p.EditPod(Shop.Api, s => s.ServiceAccountName = "nobody") },
        new("VAK404", "an Ingress to a Service that is not there", "an Ingress backend names Service/nobody")
        {
            Plan = p => p.Edit<V1Ingress>(Shop.Api, i => i.Spec.Rules[0].Http.Paths[0].Backend.Service.Name = "nobody"),
        },
        new("VAK404", "a VPA without target", "targetRef names Deployment/nobody") { Plan = p => p.Edit<VerticalPodAutoscaler>("shop-api-vpa", v => v.Spec.TargetRef.Name = "nobody") },
        new("VAK404", "a StatefulSet without its Service", "serviceName names Service/shop-db") { Plan = p => p.Without<V1Service>(Shop.Database) },
        new("VAK404", "a ConfigMap that is not there", "names ConfigMap/autoscaling-config") { Plan = p => p.Without<V1ConfigMap>("autoscaling-config") },
        new("VAK404", "a ConfigMap that need not be there", null)
        {
            Plan = p => p.EditContainer(Shop.Api, c => c.EnvFrom = [new() { ConfigMapRef = new() { Name = "more", Optional = true } }]),
        },
        new("VAK404", "the namespace's own ServiceAccount", null) { Plan = p => p.EditPod(Shop.Api, s => s.ServiceAccountName = "default") },

        new("VAK405", "a setting that is not there", "variable LOG_LEVEL of container api takes LOG_LEVEL, ConfigMap/autoscaling-config has ")
        {
            Plan = p => p.Edit<V1ConfigMap>("autoscaling-config", m => m.Data.Remove("LOG_LEVEL")),
        },
        new("VAK405", "a setting that need not be there", null)
        {
            Plan = p => p.Edit<V1ConfigMap>("autoscaling-config", m => m.Data.Remove("LOG_LEVEL")).EditContainer(Shop.Api, c => c.Env[0].ValueFrom.ConfigMapKeyRef.Optional = true),
        },

        new("VAK406", "an object for kube-system", "its namespace is kube-system, that of prod is shop-prod") { Plan = p => p.Add(Service("metrics-server", "kube-system")) },
        new("VAK406", "a cluster role", "a ClusterRole belongs to the cluster, not to shop-prod")
        {
            Plan = p => p.Add(new V1ClusterRole { ApiVersion = "rbac.authorization.k8s.io/v1", Kind = "ClusterRole", Metadata = new() { Name = "reader" } }),
        },
        new("VAK406", "another namespace", "the namespace of prod is shop-prod") { Plan = p => p.Edit<V1Namespace>($"{p.Context.Namespace}", n => n.Metadata.Name = "shop") },
        new("VAK406", "a component half here, half elsewhere", "its namespace is kube-system")
        {
            Plan = p => p.Add(Service("adapter", "kube-system"), "adapter").Add(Service("other", p.Context.Namespace), "adapter"),
        },
        new("VAK406", "a component that stands alone", null) { Plan = p => p.Add(Service("metrics-server", "kube-system"), "metrics-server") },

        new("VAK407", "one name twice", "it is planned 2 times, in resource-limits.yaml, more.yaml") { Plan = p => p.Add(Service(Shop.Api, p.Context.Namespace)) },
        new("VAK407", "one name in two namespaces", null) { Plan = p => p.Add(Service(Shop.Api, "elsewhere")) },

        new("VAK408", "a rule without host", "1 of 1 rules have no host") { Plan = p => p.Edit<V1Ingress>(Shop.Api, i => i.Spec.Rules[0].Host = null) },
        new("VAK408", "a certificate for another host", "tls names the host other.example.com, no rule does") { Plan = p => p.Edit<V1Ingress>(Shop.Api, i => i.Spec.Tls[0].Hosts = ["other.example.com"]) },
        new("VAK408", "a route without hostnames", "it has no hostnames") { Plan = p => p.Add(new HttpRoute { Metadata = p.Meta("front") }) },
        new("VAK408", "a route with a hostname", null) { Plan = p => p.Add(new HttpRoute { Metadata = p.Meta("front"), Spec = new() { Hostnames = ["shop.example.com"] } }) },

        new("VAK409", "a Service of 64 characters", "has 64 characters, 63 are allowed") { Plan = p => p.Add(Service(new string('a', 64), p.Context.Namespace)) },
        new("VAK409", "a Service that begins with a digit", "is not an RFC 1035 label") { Plan = p => p.Add(Service("1st", p.Context.Namespace)) },
        new("VAK409", "a StatefulSet of 53 characters", "has 53 characters, 52 are allowed") { Plan = p => p.Edit<V1StatefulSet>(Shop.Database, s => s.Metadata.Name = new string('d', 53)) },
        new("VAK409", "a generated ConfigMap without room for its hash", "has 243 characters and gets 11 more, 253 are allowed")
        {
            Plan = p => p with { Objects = [.. p.Objects.Select(o => o.IsGenerated ? Renamed(o, new string('c', 243)) : o)] },
        },
        new("VAK409", "a port of 16 characters", "port: 'aaaaaaaaaaaaaaaa' has 16 characters, 15 are allowed") { Plan = p => p.EditContainer(Shop.Api, c => c.Ports[0].Name = new string('a', 16)) },
        new("VAK409", "a label's value that is too long", "pod label version: ") { Plan = p => p.Edit<V1Deployment>(Shop.Api, d => d.Spec.Template.Metadata.Labels["version"] = new string('v', 64)) },
        new("VAK409", "the longest names", null)
        {
            Plan = p => p.Add(Service(new string('a', 63), p.Context.Namespace)).Add(new V1ConfigMap { ApiVersion = "v1", Kind = "ConfigMap", Metadata = p.Meta(new string('c', 253)) }),
        },
    ];

    private static V1Service Service(string name, string space) => new() { ApiVersion = "v1", Kind = "Service", Metadata = new() { Name = name, NamespaceProperty = space }, Spec = new() };

    private static PlannedObject Renamed(PlannedObject planned, string name)
    {
        planned.Object.Metadata.Name = name;
        return planned;
    }
}
