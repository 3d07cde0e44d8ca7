using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Rendering.Kustomize;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>
/// What is opted into: objects that are not in the base, which overlays name, and patches for clusters that lack an API. Those are put on top
/// of an overlay: a component within one would come before the overlay's own patches, which bring back or miss what it removed.
/// </summary>
internal static class ComponentFiles
{
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

        foreach (var component in MetricsComponent.All)
        {
            AddMetrics(files, component, [.. plans.Skip(1)]);
        }

        AddWithoutCrds(files, plans);
    }

    /// <summary>
    /// The patches name metrics by their place in the list, so one component serves all environments whose lists have the same shape; otherwise,
    /// and where an HPA with an environment's own figures takes the place of a ScaledObject, each environment has one of its own.
    /// </summary>
    private static void AddMetrics(FileSet files, MetricsComponent component, IReadOnlyList<EnvironmentPlan> environments)
    {
        var changes = environments.Select(e => MetricsChange.Of(component, e)).Where(c => c.Patches.Count > 0).ToArray();
        var isShared = changes.Select(c => c.Shape).Distinct(StringComparer.Ordinal).Count() == 1;
        foreach (var change in isShared ? changes.Take(1) : changes)
        {
            Add(
                files,
                isShared ? component.Name : $"{component.Name}-{change.Environment}",
                $"For a cluster without {component.Lacking}: a metric that does not answer blocks every scale-down.\n{OnTop}",
                new() { Patches = change.Patches },
                change.Additions);
        }
    }

    private static void AddWithoutCrds(FileSet files, IReadOnlyList<EnvironmentPlan> plans)
    {
        var names = new List<string>();
        foreach (var component in CrdComponent.All)
        {
            var kinds = plans.SelectMany(component.Deleted).Select(o => (o.Object.ApiVersion, o.Object.Kind)).Distinct().OrderBy(k => k.Kind, StringComparer.Ordinal).ToArray();
            if (kinds.Length > 0)
            {
                names.Add(component.Name);
                var patches = kinds.Select(k => TargetedPatch.DeleteAll(k.ApiVersion, k.Kind));
                Add(files, component.Name, $"For a cluster without the custom resource definitions of {component.Group}.\n{OnTop}", new() { Patches = [.. patches] }, []);
            }
        }

        if (names.Count > 0)
        {
            Add(files, CrdComponent.AllName, $"For a cluster without any of the custom resource definitions that are optional.\n{OnTop}", new() { Components = [.. names.Select(n => $"../{n}")] }, []);
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
