using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Workloads;

/// <summary>What holds for every pod of the app: nothing in, nothing out, except names.</summary>
internal sealed class DefaultNetworkPolicyPlanner : IObjectPlanner
{
    private const int DnsPort = 53;

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment)
    {
        var pods = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { [Labels.PartOf] = environment.Application } };
        yield return NetworkPolicies.Named($"{environment.Application}-default-deny", environment, new()
        {
            PodSelector = pods,
            PolicyTypes = [NetworkPolicies.Ingress, NetworkPolicies.Egress],
        });
        yield return NetworkPolicies.Named($"{environment.Application}-dns", environment, new()
        {
            PodSelector = pods,
            PolicyTypes = [NetworkPolicies.Egress],
            Egress =
            [
                new()
                {
                    To =
                    [
                        new()
                        {
                            NamespaceSelector = NetworkPolicies.NamespaceNamed("kube-system"),
                            PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["k8s-app"] = "kube-dns" } },
                        },
                    ],

                    // Answers that do not fit into one datagram come over TCP.
                    Ports = [new() { Protocol = "UDP", Port = DnsPort }, new() { Protocol = "TCP", Port = DnsPort }],
                },
            ],
        });
    }
}
