using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Crds;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>
/// A component for a cluster that lacks custom.metrics.k8s.io, external.metrics.k8s.io or both: autoscalers without what only those serve.
/// One metric that does not answer blocks every scale-down. Each component takes the whole list, so that one of them goes on top of an overlay, never two.
/// </summary>
/// <param name="Name">The component's name.</param>
/// <param name="Lacking">What the cluster lacks, for people.</param>
/// <param name="HasCustom">Whether the cluster serves custom metrics: types Pods and Object.</param>
/// <param name="HasExternal">Whether the cluster serves external metrics.</param>
internal sealed record MetricsComponent(string Name, string Lacking, bool HasCustom, bool HasExternal)
{
    private const string MetricsPath = "spec/metrics/";

    public static MetricsComponent ResourceOnly { get; } = new("resource-metrics-only", "custom and external metrics APIs", HasCustom: false, HasExternal: false);

    public static MetricsComponent WithoutCustom { get; } = new("without-custom-metrics", "a custom metrics API, but with one for external metrics", HasCustom: false, HasExternal: true);

    public static MetricsComponent WithoutExternal { get; } = new("without-external-metrics", "an external metrics API, but with one for custom metrics", HasCustom: true, HasExternal: false);

    public static IReadOnlyList<MetricsComponent> All { get; } = [ResourceOnly, WithoutCustom, WithoutExternal];

    /// <summary>The HPA with the metrics that are served only; null when it has none; itself when it has no others.</summary>
    public V2HorizontalPodAutoscaler? Reduce(V2HorizontalPodAutoscaler autoscaler)
    {
        // Without any metric Kubernetes scales on 80 % CPU by default; that needs no other API.
        var metrics = autoscaler.Spec.Metrics ?? [];
        var kept = metrics.Where(IsServed).ToArray();
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
    public IReadOnlyList<ReducedAutoscaler> Of(EnvironmentPlan plan) =>
    [
        .. plan.Objects.Select(planned => planned.Object switch
        {
            V2HorizontalPodAutoscaler => new ReducedAutoscaler(planned, Reduce(planned)),

            // Where external metrics are missing KEDA is, so an HPA takes its place.
            KedaScaledObject scaled when !HasExternal => new ReducedAutoscaler(
                planned,
                Reduce(HorizontalPodAutoscalerPlanner.Plan(plan.Context, plan.Context.Workloads.Single(w => w.Name == scaled.Spec.ScaleTargetRef.Name)))),
            _ => null,
        })
        .OfType<ReducedAutoscaler>()
        .Where(r => !ReferenceEquals(r.Original, r.Replacement)),
    ];

    private PlannedObject? Reduce(PlannedObject planned)
    {
        var autoscaler = (V2HorizontalPodAutoscaler)planned.Object;
        var reduced = Reduce(autoscaler);
        return reduced is null ? null
            : ReferenceEquals(reduced, autoscaler) ? planned
            : planned with { Object = reduced, Comments = CommentsOf(planned, autoscaler) };
    }

    /// <summary>The comments over the metrics move with them.</summary>
    private SortedDictionary<string, string> CommentsOf(PlannedObject planned, V2HorizontalPodAutoscaler autoscaler)
    {
        var indices = autoscaler.Spec.Metrics.Index().Where(m => IsServed(m.Item)).Select(m => m.Index).ToList();
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

    private bool IsServed(V2MetricSpec metric) => metric.Type switch
    {
        "Pods" or "Object" => HasCustom,
        "External" => HasExternal,
        _ => true,
    };
}
