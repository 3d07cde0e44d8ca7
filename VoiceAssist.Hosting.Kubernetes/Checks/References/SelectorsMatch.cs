using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>Services, budgets, monitors and network policies select what they are meant for, in their own namespace.</summary>
internal sealed class SelectorsMatch : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK402", Severity.Error, "A selector matches nothing, or two things")
    {
        Why = "A Service without pods answers nobody, a budget without pods protects nothing, a ServiceMonitor without a Service collects nothing, and none of them says so. "
            + "A Service or budget over the pods of two workloads mixes them up, and a pod under two budgets cannot be evicted at all. Selectors look only into their own namespace.",
        Do = "Let labels and namespaces come from the model. If an object was added by hand, give it the labels of the workload and the environment's namespace.",
        Source = "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        foreach (var target in Targets(plan))
        {
            if (target.Here.Count == 0)
            {
                var elsewhere = target.Elsewhere.Count == 0 ? "" : $"; {target.Elsewhere[0]} is in namespace {target.Elsewhere[0].Object.Metadata.NamespaceProperty}";
                yield return Found(plan, target.Planned, $"{target.Field} {target.Selector} matches no {target.Wanted} in namespace {target.Planned.Object.Metadata.NamespaceProperty ?? plan.Context.Namespace}{elsewhere}");
            }
            else if (target.One && target.Here.Count > 1)
            {
                yield return Found(plan, target.Planned, $"{target.Field} {target.Selector} matches {target.Here.Count}: {string.Join(", ", target.Here)}");
            }
        }

        foreach (var twice in Targets(plan).Where(t => t.Planned.Object is V1PodDisruptionBudget).SelectMany(t => t.Here.Select(p => (Pods: p, t.Planned))).GroupBy(x => x.Pods, x => x.Planned).Where(g => g.Count() > 1))
        {
            yield return Found(plan, twice.Key, $"its pods are under {twice.Count()} budgets: {string.Join(", ", twice)}");
        }
    }

    private static IEnumerable<SelectorTarget> Targets(EnvironmentPlan plan)
    {
        var pods = PodTemplate.Of(plan).ToArray();
        foreach (var planned in plan.Objects)
        {
            switch (planned.Object)
            {
                // A Service without selector has its endpoints from elsewhere.
                case V1Service { Spec.Selector: { Count: > 0 } selector }:
                    yield return Pods(plan, planned, "selector", LabelSelectors.Text(selector), pods.Where(p => LabelSelectors.Matches(selector, p.Labels)), one: true);
                    break;
                case V1PodDisruptionBudget { Spec.Selector: { } selector }:
                    yield return Pods(plan, planned, "selector", selector.Text(), pods.Where(p => selector.Matches(p.Labels)), one: true);
                    break;
                case V1NetworkPolicy { Spec: { } spec }:
                    foreach (var (field, selector) in NetworkPolicySelectors.Of(spec))
                    {
                        yield return Pods(plan, planned, field, selector.Text(), pods.Where(p => selector.Matches(p.Labels)), one: false);
                    }

                    break;
                case ServiceMonitor { Spec: { Selector: { } selector } }:
                    yield return Services(plan, planned, selector);
                    break;
            }
        }
    }

    private static SelectorTarget Pods(EnvironmentPlan plan, PlannedObject planned, string field, string selector, IEnumerable<PodTemplate> matching, bool one)
    {
        var all = matching.Select(m => m.Planned).ToLookup(m => plan.AreTogether(m.Object.Metadata.NamespaceProperty, planned.Object.Metadata.NamespaceProperty));
        return new(planned, field, selector.Length == 0 ? "(empty)" : selector, "pods", [.. all[true]], [.. all[false]], one);
    }

    private static SelectorTarget Services(EnvironmentPlan plan, PlannedObject planned, V1LabelSelector selector)
    {
        var all = plan.Planned<V1Service>()
            .Where(s => selector.Matches(s.Object.Metadata.Labels ?? new Dictionary<string, string>()))
            .ToLookup(s => plan.AreTogether(s.Object.Metadata.NamespaceProperty, planned.Object.Metadata.NamespaceProperty), s => s.Planned);
        return new(planned, "selector", selector.Text(), "Service", [.. all[true]], [.. all[false]], One: true);
    }
}
