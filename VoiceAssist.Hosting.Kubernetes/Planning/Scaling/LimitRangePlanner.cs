using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>The LimitRange of the namespace.</summary>
internal sealed class LimitRangePlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment)
    {
        if (environment.Cluster.Limits is not { } limits)
        {
            yield break;
        }

        var range = new V1LimitRange
        {
            ApiVersion = V1LimitRange.KubeApiVersion,
            Kind = V1LimitRange.KubeKind,
            Metadata = new() { Name = ObjectNames.LimitRange(environment), NamespaceProperty = environment.Namespace, Labels = Labels.OfApp(environment) },
            Spec = new()
            {
                Limits =
                [
                    new()
                    {
                        Type = "Container",
                        DefaultProperty = Of(limits.Default),
                        DefaultRequest = Of(limits.DefaultRequest),
                        Min = Of(limits.Min),
                        Max = Of(limits.Max),
                    },
                    new() { Type = "Pod", Max = Of(limits.PodMax) },
                ],
            },
        };
        var comments = new CommentBook()
            .Say("spec/limits/0/default", null, "The limit of a container that states none.")
            .Say("spec/limits/0/defaultRequest", null, "The request of a container that states none.")
            .Say("spec/limits/0/min", null, "A container may not request less.")
            .Say("spec/limits/0/max", null, "A container's limit may not be higher.")
            .Say("spec/limits/1/max", null, "The limits of a pod's containers together may not be higher.");
        yield return new(range, ScalingFiles.Limits) { Comments = comments.All };
    }

    private static SortedDictionary<string, ResourceQuantity> Of(ResourceAmounts amounts) => new(StringComparer.Ordinal)
    {
        ["cpu"] = new(amounts.Cpu.ToString()),
        ["memory"] = new(amounts.Memory.ToString()),
    };
}
