using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;

namespace VoiceAssist.Cli.Published;

/// <summary>One environment of the published tree: its plan and its rendered objects, in the order in which they are applied.</summary>
internal sealed record PublishedEnvironment(string Folder, PublishedPlan Plan, IReadOnlyList<JsonObject> Objects)
{
    public string Name => Plan.Environment;

    public string Namespace => Plan.Namespace;

    public CapacityReport Capacity => CapacityFunction.Of(Plan.Workloads.Select(w => w.ToCapacity()));

    /// <summary>The same in another namespace; only what lives in the published one moves.</summary>
    public PublishedEnvironment In(string? space) => space is null || space == Namespace
        ? this
        : this with { Plan = Plan with { Namespace = space }, Objects = [.. Objects.Select(o => Move(o.DeepClone().AsObject(), space))] };

    private JsonObject Move(JsonObject document, string space)
    {
        var metadata = document["metadata"]!.AsObject();
        if ((string?)document["kind"] == "Namespace" && (string?)metadata["name"] == Namespace)
        {
            metadata["name"] = space;
        }
        else if ((string?)metadata["namespace"] == Namespace)
        {
            metadata["namespace"] = space;
        }

        foreach (var subject in (document["subjects"] as JsonArray ?? []).OfType<JsonObject>().Where(s => (string?)s["namespace"] == Namespace))
        {
            subject["namespace"] = space;
        }

        return document;
    }
}
