using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>A VPA for each workload with vertical recommendations; it only recommends.</summary>
internal sealed class VerticalPodAutoscalerPlanner : IObjectPlanner
{
    private const string Container = "spec/resourcePolicy/containerPolicies/0";

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads
        .Where(w => w.Recommendation is { CpuBounds: not null } or { MemoryBounds: not null })
        .Select(w => Plan(environment, w, w.Recommendation!));

    private static PlannedObject Plan(EnvironmentContext environment, WorkloadModel workload, VerticalRecommendationPolicy recommendation)
    {
        var comments = new CommentBook().Say(
            "spec/updatePolicy/updateMode",
            null,
            "Recommends only: an HPA that scales on the same resources would fight with applied recommendations.");
        var container = new VerticalContainerPolicy { ContainerName = workload.ContainerName };
        Bound("cpu", recommendation.CpuBounds);
        Bound("memory", recommendation.MemoryBounds);

        var autoscaler = new VerticalPodAutoscaler
        {
            Metadata = new() { Name = ObjectNames.VerticalAutoscaler(workload), NamespaceProperty = environment.Namespace, Labels = Labels.For(workload, environment) },
            Spec = new()
            {
                TargetRef = new() { ApiVersion = ScaleTargets.ApiVersion, Kind = ScaleTargets.KindOf(workload), Name = workload.Name },
                UpdatePolicy = new() { UpdateMode = VerticalUpdatePolicy.Off },
                ResourcePolicy = new() { ContainerPolicies = [container] },
            },
        };
        return new(autoscaler, ScalingFiles.VerticalAutoscalers) { Comments = comments.All, At = workload.PlaceOf<VerticalRecommendationPolicy>() };

        void Bound<T>(string resource, Figure<Bounds<T>>? bounds)
            where T : struct, IComparable<T>
        {
            if (bounds is null)
            {
                return;
            }

            container.ControlledResources.Add(resource);
            container.MinAllowed[resource] = new ResourceQuantity(bounds.Value.Low.ToString());
            container.MaxAllowed[resource] = new ResourceQuantity(bounds.Value.High.ToString());
            comments
                .Say($"{Container}/minAllowed/{resource}", bounds.Because, "Recommended at least.")
                .Say($"{Container}/maxAllowed/{resource}", null, "Recommended at most.");
        }
    }
}
