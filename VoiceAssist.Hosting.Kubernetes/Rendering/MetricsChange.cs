using System.Globalization;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>What a component for a cluster that lacks an API of metrics does to an environment.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Shape">Equal where the patches serve another environment too.</param>
/// <param name="Patches">The patches.</param>
/// <param name="Additions">HPAs in the place of ScaledObjects.</param>
internal sealed record MetricsChange(string Environment, string Shape, IReadOnlyList<MapNode> Patches, IReadOnlyList<PlacedObject> Additions)
{
    public static MetricsChange Of(MetricsComponent component, EnvironmentPlan plan)
    {
        var reduced = component.Of(plan);
        var replaced = reduced.Where(r => r is { Original.Object: not V2HorizontalPodAutoscaler, Replacement: not null }).Select(r => r.Replacement!).ToArray();
        MapNode[] patches = [.. reduced.Select(Patch)];
        return new(
            plan.Context.Environment!,
            YamlWriter.Write(patches, YamlStyle.Kustomize) + (replaced.Length > 0 ? plan.Context.Environment : ""),
            patches,
            PlacedObject.Of(plan with { Objects = replaced }));
    }

    private static MapNode Patch(ReducedAutoscaler reduced)
    {
        var original = reduced.Original.Object;
        var target = new MapNode { { "kind", original.Kind }, { "name", original.Metadata.Name } };
        return original is V2HorizontalPodAutoscaler autoscaler && reduced.Replacement?.Object is V2HorizontalPodAutoscaler replacement
            ? TargetedPatch.Of(target, Removals(autoscaler, [.. replacement.Spec.Metrics]))
            : TargetedPatch.Of(target, StrategicPatch.Delete(original.ApiVersion, original.Kind, original.Metadata.Name));
    }

    // Last first, so that the places of those before do not change; each is tested, lest a list of another shape lose the wrong metric.
    private static IEnumerable<MapNode> Removals(V2HorizontalPodAutoscaler autoscaler, IReadOnlyList<V2MetricSpec> kept) => autoscaler.Spec.Metrics
        .Index()
        .Where(m => !kept.Contains(m.Item))
        .Reverse()
        .SelectMany(m => new[]
        {
            new MapNode { { "op", "test" }, { "path", Path(m.Index) + "/type" }, { "value", m.Item.Type } },
            new MapNode { { "op", "remove" }, { "path", Path(m.Index) } },
        });

    private static string Path(int index) => string.Create(CultureInfo.InvariantCulture, $"/spec/metrics/{index}");
}
