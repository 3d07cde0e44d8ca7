using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>Plans to files. Pure: equal plans give equal bytes.</summary>
internal static class TreeRenderer
{
    /// <summary>The whole tree.</summary>
    /// <param name="basePlan">The base.</param>
    /// <param name="environments">Each environment.</param>
    /// <param name="beside">Files that hold no objects.</param>
    /// <param name="describe">The text of <c>plan/ENV.json</c>, from an environment and its objects as they are in the cluster.</param>
    /// <param name="foundation">What the base patches; null: the base is complete by itself.</param>
    /// <exception cref="InvalidOperationException">The plans contradict each other, e.g. one object is planned twice.</exception>
    public static IReadOnlyDictionary<string, string> Render(
        EnvironmentPlan basePlan,
        IReadOnlyList<EnvironmentPlan> environments,
        IReadOnlyList<PlannedFile> beside,
        Func<EnvironmentPlan, IReadOnlyList<MapNode>, string> describe,
        Foundation? foundation = null)
    {
        var files = new FileSet();
        var baseObjects = Placed(basePlan, foundation);
        var objects = environments.ToDictionary(e => e.Context.Environment!, e => Placed(e, foundation), StringComparer.Ordinal);

        // A component's object that the base does not have is written as the first environment has it, and patched by the others.
        var known = baseObjects
            .Concat(objects.Values.SelectMany(o => o).Where(o => o.Planned.Component is not null))
            .DistinctBy(o => o.Id)
            .ToDictionary(o => o.Id);
        BaseFiles.Add(files, basePlan, baseObjects, foundation);
        ComponentFiles.Add(files, known.Values, [basePlan, .. environments]);
        foreach (var plan in environments)
        {
            var name = plan.Context.Environment!;
            OverlayFiles.Add(files, plan, objects[name], known);
            var rendered = RenderedObjects.Of(plan, objects[name], foundation?.Kept ?? []);
            files.Add(TreeLayout.Rendered(name), YamlWriter.Write(rendered, YamlStyle.Kustomize));
            files.Add(TreeLayout.Plan(name), describe(plan, rendered));
        }

        foreach (var file in beside)
        {
            files.Add(file.Path, file.Text);
        }

        return files.Files;
    }

    private static IReadOnlyList<PlacedObject> Placed(EnvironmentPlan plan, Foundation? foundation) =>
        foundation is null ? PlacedObject.Of(plan) : foundation.Complete(PlacedObject.Of(plan));
}
