using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>
/// What is opted into: objects that are not in the base, which overlays name, and two sets of patches for clusters that lack an API. Those are put on top
/// of an overlay: a component within one would come before the overlay's own patches, which bring back or miss what it removed.
/// </summary>
internal static class ComponentFiles
{
    public const string ResourceMetricsOnlyName = "resource-metrics-only";
    public const string WithoutOptionalCrdsName = "without-optional-crds";

    private const string OnTop = "To be put on top of an overlay, in a kustomization of its own: resources: [overlays/ENV], components: [this directory].";

    /// <param name="files">Where to.</param>
    /// <param name="known">Every object of base and components.</param>
    /// <param name="plans">The base, then the environments.</param>
    public static void Add(FileSet files, IReadOnlyCollection<PlacedObject> known, IReadOnlyList<EnvironmentPlan> plans)
    {
        foreach (var component in known.Where(o => o.Planned.Component is not null && !TreeLayout.IsStandalone(o.Planned)).GroupBy(o => o.Planned.Component!, StringComparer.Ordinal))
        {
            Add(files, component.Key, "", new(), component);
        }

        AddMetrics(files, [.. plans.Skip(1)]);
        AddWithoutCrds(files, plans);
    }

    /// <summary>
    /// The patches name metrics by their place in the list, so one component serves all environments whose lists have the same shape; otherwise,
    /// and where an HPA with an environment's own figures takes the place of a ScaledObject, each environment has one of its own.
    /// </summary>
    private static void AddMetrics(FileSet files, IReadOnlyList<EnvironmentPlan> environments)
    {
        var changes = environments.Select(e => MetricsChange.Of(e)).Where(c => c.Patches.Count > 0).ToArray();
        var isShared = changes.Select(c => c.Shape).Distinct(StringComparer.Ordinal).Count() == 1;
        foreach (var change in isShared ? changes.Take(1) : changes)
        {
            Add(
                files,
                isShared ? ResourceMetricsOnlyName : $"{ResourceMetricsOnlyName}-{change.Environment}",
                $"For a cluster without custom and external metrics APIs: a metric that does not answer blocks every scale-down.\n{OnTop}",
                new() { Patches = change.Patches },
                change.Additions);
        }
    }

    private static void AddWithoutCrds(FileSet files, IReadOnlyList<EnvironmentPlan> plans)
    {
        var kinds = plans
            .SelectMany(WithoutOptionalCrds.Deleted)
            .Select(o => (o.Object.ApiVersion, o.Object.Kind))
            .Distinct()
            .OrderBy(k => k.Kind, StringComparer.Ordinal)
            .ToArray();
        if (kinds.Length > 0)
        {
            var patches = kinds.Select(k => TargetedPatch.DeleteAll(k.ApiVersion, k.Kind));
            Add(files, WithoutOptionalCrdsName, $"For a cluster without the custom resource definitions of these kinds.\n{OnTop}", new() { Patches = [.. patches] }, []);
        }
    }

    private static void Add(FileSet files, string name, string about, KustomizationFile kustomization, IEnumerable<PlacedObject> objects)
    {
        var directory = TreeLayout.Component(name);
        var byFile = objects.GroupBy(o => o.Planned.File, StringComparer.Ordinal).ToArray();
        foreach (var file in byFile)
        {
            files.Add($"{directory}/{file.Key}", "", file.Select(o => o.Tree));
        }

        kustomization = kustomization with { IsComponent = true, Resources = [.. byFile.Select(f => f.Key)] };
        files.Add($"{directory}/{TreeLayout.Kustomization}", about, [kustomization.ToNode()]);
    }
}
