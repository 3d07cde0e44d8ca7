using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>A workload must find its own pods and nobody else's.</summary>
internal sealed class WorkloadSelectors : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK401", Severity.Error, "A workload is incomplete or does not select its own pods")
    {
        Why = "The API server refuses a Deployment or StatefulSet without a selector, without containers or images, or whose selector misses the labels of its own template. "
            + "Two workloads whose selectors match the same pods adopt and delete each other's.",
        Do = "Let selector and labels come from the model; both are made from the resource's name.",
        Source = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var all = PodTemplate.Of(plan).ToArray();
        foreach (var pods in all)
        {
            foreach (var problem in Problems(pods))
            {
                yield return Found(plan, pods.Planned, problem);
            }

            foreach (var other in all.Where(o => o != pods && pods.Selector is { } s && !s.IsEmpty() && plan.AreTogether(o.Namespace, pods.Namespace) && s.Matches(o.Labels)))
            {
                yield return Found(plan, pods.Planned, $"its selector {pods.Selector!.Text()} also matches the pods of {other.Planned}");
            }
        }
    }

    private static IEnumerable<string> Problems(PodTemplate pods)
    {
        var needsSelector = pods.Planned.Object is V1Deployment or V1StatefulSet or V1DaemonSet;
        if (needsSelector && (pods.Selector is null || pods.Selector.IsEmpty()))
        {
            yield return "it has no selector";
        }
        else if (needsSelector && !pods.Selector!.Matches(pods.Labels))
        {
            yield return $"its selector {pods.Selector!.Text()} does not match its template's labels {(pods.Labels.Count == 0 ? "(none)" : LabelSelectors.Text(pods.Labels))}";
        }

        if (!pods.Containers.Any())
        {
            yield return "its template has no containers";
        }

        foreach (var container in pods.All.Where(c => string.IsNullOrEmpty(c.Image)))
        {
            yield return $"container {container.Name} has no image";
        }
    }
}
