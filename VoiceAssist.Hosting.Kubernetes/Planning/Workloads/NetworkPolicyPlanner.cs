using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>For each workload, who may reach it and what it may reach: what the references of the app model imply, and no more.</summary>
internal sealed class NetworkPolicyPlanner : IObjectPlanner
{
    /// <summary>The API server's Service, and the port on the node to which it is translated before policies are applied.</summary>
    private static readonly int[] ApiServerPorts = [443, 6443];

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads.Select(w => Plan(w, environment));

    private static PlannedObject Plan(WorkloadModel workload, EnvironmentContext environment)
    {
        var comments = new CommentSet();
        var ingress = Ingress(workload, environment, comments);
        var egress = Egress(workload, environment, comments);
        var spec = new V1NetworkPolicySpec
        {
            PodSelector = new() { MatchLabels = Labels.Selector(workload) },
            PolicyTypes = [NetworkPolicies.Ingress, NetworkPolicies.Egress],
            Ingress = ingress.Count == 0 ? null : ingress,
            Egress = egress.Count == 0 ? null : egress,
        };
        return NetworkPolicies.Of(workload, environment, spec, comments, workload.PlaceOf<NetworkAccessPolicy>());
    }

    private static List<V1NetworkPolicyIngressRule> Ingress(WorkloadModel workload, EnvironmentContext environment, CommentSet comments)
    {
        var rules = new List<V1NetworkPolicyIngressRule>();
        foreach (var other in environment.Workloads)
        {
            if (other.References.FirstOrDefault(r => r.Name == workload.Name) is { } reference && Ports(workload, reference) is { Count: > 0 } ports)
            {
                Add($"{other.Name} refers to it", new() { FromProperty = [NetworkPolicies.Pods(other)], Ports = ports });
            }
        }

        if (workload.Ports.Where(p => p.IsExternal).Select(NetworkPolicies.Port).ToArray() is { Length: > 0 } external)
        {
            Add("external endpoints: from anywhere, for where the way into the cluster runs is the cluster's affair", new() { Ports = external });
        }

        if (workload.Monitoring is { } monitoring && workload.Ports.FirstOrDefault(p => p.Name == monitoring.Endpoint) is { } scraped)
        {
            Add("Prometheus scrapes it", new()
            {
                FromProperty = [new() { NamespaceSelector = NetworkPolicies.NamespaceNamed(environment.Cluster.MonitoringNamespace) }],
                Ports = [NetworkPolicies.Port(scraped)],
            });
        }

        return rules;

        void Add(string because, V1NetworkPolicyIngressRule rule)
        {
            comments.Add($"spec/ingress/{rules.Count}", because);
            rules.Add(rule);
        }
    }

    private static List<V1NetworkPolicyEgressRule> Egress(WorkloadModel workload, EnvironmentContext environment, CommentSet comments)
    {
        var rules = new List<V1NetworkPolicyEgressRule>();
        foreach (var reference in workload.References)
        {
            if (environment.Workloads.FirstOrDefault(w => w.Name == reference.Name) is { } target && Ports(target, reference) is { Count: > 0 } ports)
            {
                rules.Add(new() { To = [NetworkPolicies.Pods(target)], Ports = ports });
            }
        }

        if (workload.NetworkAccess.InternetPorts.Distinct().Order().ToArray() is { Length: > 0 } internet)
        {
            comments.Add($"spec/egress/{rules.Count}", "the app model lets it reach the internet");
            rules.Add(new()
            {
                To = [new() { IpBlock = new() { Cidr = "0.0.0.0/0" } }, new() { IpBlock = new() { Cidr = "::/0" } }],
                Ports = [.. internet.Select(Tcp)],
            });
        }

        foreach (var access in workload.NetworkAccess.Namespaces.Distinct())
        {
            comments.Add($"spec/egress/{rules.Count}", $"the app model lets it reach {access.Namespace}");
            rules.Add(new() { To = [new() { NamespaceSelector = NetworkPolicies.NamespaceNamed(access.Namespace) }], Ports = [Tcp(access.Port)] });
        }

        if (workload.Identity.MountsToken)
        {
            comments.Add($"spec/egress/{rules.Count}", "the API server; no selector can name it");
            rules.Add(new() { Ports = [.. ApiServerPorts.Select(Tcp)] });
        }

        return rules;
    }

    private static List<V1NetworkPolicyPort> Ports(WorkloadModel target, WorkloadReference reference) =>
        [.. target.Ports.Where(p => reference.Ports.Contains(p.Name)).Select(NetworkPolicies.Port)];

    private static V1NetworkPolicyPort Tcp(int port) => new() { Protocol = "TCP", Port = port };
}
