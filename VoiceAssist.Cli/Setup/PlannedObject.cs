using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.History;

namespace VoiceAssist.Cli.Setup;

/// <summary>One object with what setup does to it.</summary>
/// <param name="Path">Where it is applied.</param>
/// <param name="Document">What is wanted.</param>
/// <param name="Action">What is done.</param>
/// <param name="Live">How it is; null when it does not exist.</param>
/// <param name="Changes">The fields that change.</param>
/// <param name="AutoscalerOwnsReplicas">Whether an autoscaler of the cluster scales it now.</param>
internal sealed record PlannedObject(string Path, JsonObject Document, PlannedAction Action, JsonObject? Live, IReadOnlyList<FieldChange> Changes, bool AutoscalerOwnsReplicas)
{
    public ObjectRef Reference => ObjectRef.Of(Document);

    /// <summary>How it was, for rolling back.</summary>
    public RecordEntry ToRecord()
    {
        var previous = Live?.DeepClone().AsObject();
        previous?.Remove("status");
        (previous?["metadata"] as JsonObject)?.Remove("resourceVersion");
        if (AutoscalerOwnsReplicas && previous?["spec"] is JsonObject spec)
        {
            spec["replicas"] = RecordEntry.OwnedReplicas;
        }

        return new(Reference, previous);
    }
}
