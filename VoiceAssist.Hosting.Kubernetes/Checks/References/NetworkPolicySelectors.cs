using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>The selectors of a network policy that pick pods of its own namespace.</summary>
internal static class NetworkPolicySelectors
{
    /// <summary>Each with its field; an empty selector means every pod and a peer with a namespace selector looks elsewhere, so both are left out.</summary>
    public static IEnumerable<(string Field, V1LabelSelector Selector)> Of(V1NetworkPolicySpec spec)
    {
        (string, V1LabelSelector?)[] all =
        [
            ("podSelector", spec.PodSelector),
            .. (spec.Ingress ?? []).SelectMany(i => i.FromProperty ?? []).Where(p => p.NamespaceSelector is null).Select(p => ("ingress.from.podSelector", p.PodSelector)),
            .. (spec.Egress ?? []).SelectMany(e => e.To ?? []).Where(p => p.NamespaceSelector is null).Select(p => ("egress.to.podSelector", p.PodSelector)),
        ];
        return all.Where(a => a.Item2 is not null && !Reading.LabelSelectors.IsEmpty(a.Item2)).Select(a => (a.Item1, a.Item2!));
    }
}
