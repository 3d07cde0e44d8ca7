using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>
/// The component <c>resource-metrics-only</c>: autoscalers without what only custom.metrics.k8s.io and external.metrics.k8s.io serve.
/// One metric that does not answer blocks every scale-down.
/// </summary>
internal static class ResourceMetricsOnly
{
    private const string MetricsPath = "spec/metrics/";

    /// <summary>The HPA with its Resource and ContainerResource metrics only; null when it has none; itself when it has no others.</summary>
    public static V2HorizontalPodAutoscaler? Reduce(V2HorizontalPodAutoscaler autoscaler)
    {
        // Without any metric Kubernetes scales on 80 % CPU by default; that needs no other API.
        var metrics = autoscaler.Spec.Metrics ?? [];
        var kept = metrics.Where(IsResource).ToArray();
        if (kept.Length == metrics.Count)
        {
            return autoscaler;
        }

        return kept.Length == 0 ? null : new()
        {
            ApiVersion = autoscaler.ApiVersion,
            Kind = autoscaler.Kind,
            Metadata = autoscaler.Metadata,
            Spec = new()
            {
                ScaleTargetRef = autoscaler.Spec.ScaleTargetRef,
                MinReplicas = autoscaler.Spec.MinReplicas,
                MaxReplicas = autoscaler.Spec.MaxReplicas,
                Behavior = autoscaler.Spec.Behavior,
                Metrics = kept,
            },
        };
    }

    /// <summary>The autoscalers of a plan that the component changes.</summary>
    public static IReadOnlyList<ReducedAutoscaler> Of(EnvironmentPlan plan) =>
    [
        .. plan.Objects.Select(planned => planned.Object switch
        {
            V2HorizontalPodAutoscaler => new ReducedAutoscaler(planned, Reduce(planned)),

            // Where external metrics are missing KEDA is, so an HPA takes its place.
            KedaScaledObject scaled => new ReducedAutoscaler(
                planned,
                Reduce(HorizontalPodAutoscalerPlanner.Plan(plan.Context, plan.Context.Workloads.Single(w => w.Name == scaled.Spec.ScaleTargetRef.Name)))),
            _ => null,
        })
        .OfType<ReducedAutoscaler>()
        .Where(r => !ReferenceEquals(r.Original, r.Replacement)),
    ];

    private static PlannedObject? Reduce(PlannedObject planned)
    {
        var autoscaler = (V2HorizontalPodAutoscaler)planned.Object;
        var reduced = Reduce(autoscaler);
        return reduced is null ? null
            : ReferenceEquals(reduced, autoscaler) ? planned
            : planned with { Object = reduced, Comments = CommentsOf(planned, autoscaler) };
    }

    /// <summary>The comments over the metrics move with them.</summary>
    private static SortedDictionary<string, string> CommentsOf(PlannedObject planned, V2HorizontalPodAutoscaler autoscaler)
    {
        var indices = autoscaler.Spec.Metrics.Index().Where(m => IsResource(m.Item)).Select(m => m.Index).ToList();
        var comments = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, comment) in planned.Comments)
        {
            if (!path.StartsWith(MetricsPath, StringComparison.Ordinal))
            {
                comments[path] = comment;
            }
            else if (indices.IndexOf(int.Parse(path[MetricsPath.Length..].Split('/')[0], CultureInfo.InvariantCulture)) is >= 0 and var index)
            {
                comments[string.Join('/', [MetricsPath.TrimEnd('/'), $"{index}", .. path[MetricsPath.Length..].Split('/')[1..]])] = comment;
            }
        }

        return comments;
    }

    private static bool IsResource(V2MetricSpec metric) => metric.Type is "Resource" or "ContainerResource";
}
