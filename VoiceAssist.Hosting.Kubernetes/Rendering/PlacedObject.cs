using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Rendering;

/// <summary>An object of a plan as a tree, freed of its environment's namespace, so that base and environments can be compared.</summary>
/// <param name="Planned">The object.</param>
/// <param name="Id">What makes it the same one in base and environments.</param>
/// <param name="Tree">Its tree.</param>
internal sealed record PlacedObject(PlannedObject Planned, ObjectId Id, MapNode Tree)
{
    /// <summary>Every object of a plan.</summary>
    public static IReadOnlyList<PlacedObject> Of(EnvironmentPlan plan)
    {
        PlacedObject[] placed =
        [
            .. plan.Objects.Select(o =>
            {
                var tree = NamespacePlacement.Remove(ObjectTree.Of(o), plan.Context, isMoved: !TreeLayout.IsStandalone(o));
                return new PlacedObject(o, ObjectId.Of(tree), tree);
            }),
        ];
        return placed.GroupBy(o => o.Id).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new InvalidOperationException($"{plan.Context}: {twice.Key} is planned {twice.Count()} times, as {string.Join(" and ", twice.Select(t => t.Planned.At?.ToString() ?? t.Planned.File))}.")
            : placed;
    }
}
