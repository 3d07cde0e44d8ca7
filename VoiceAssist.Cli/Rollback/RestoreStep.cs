using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.History;

namespace VoiceAssist.Cli.Rollback;

/// <summary>One object of a rollback.</summary>
internal sealed record RestoreStep(ObjectRef Reference, string? Path, RestoreAction Action, JsonObject? Live, JsonObject? Wanted)
{
    private static readonly string[] DataKinds = ["Namespace", "Secret", "PersistentVolumeClaim"];
    private static readonly string[] SetByServer = ["resourceVersion", "generation", "creationTimestamp", "uid", "selfLink"];

    /// <summary>Decides by what was recorded and what is there now. Pure.</summary>
    public static RestoreStep Of(RecordEntry entry, string? path, JsonObject? live, bool deleteData)
    {
        if (entry.Previous is not { } previous)
        {
            var action = live is null ? RestoreAction.Keep
                : DataKinds.Contains(entry.Reference.Kind) ? deleteData ? RestoreAction.Delete : RestoreAction.KeepData
                : LiveObject.IsOurs(live) ? RestoreAction.Delete
                : RestoreAction.KeepForeign;
            return new(entry.Reference, path, action, live, null);
        }

        var wanted = Restored(previous, live);
        return live is null ? new(entry.Reference, path, RestoreAction.Recreate, null, wanted)
            : LiveObject.Changes(live, wanted).Count == 0 && !LiveObject.IsOurs(live) ? new(entry.Reference, path, RestoreAction.Keep, live, wanted)
            : new(entry.Reference, path, RestoreAction.Restore, live, wanted);
    }

    private static JsonObject Restored(JsonObject previous, JsonObject? live)
    {
        var wanted = previous.DeepClone().AsObject();
        wanted.Remove("status");
        var metadata = wanted["metadata"]!.AsObject();
        foreach (var field in SetByServer)
        {
            metadata.Remove(field);
        }

        if ((int?)(wanted["spec"] as JsonObject)?["replicas"] == RecordEntry.OwnedReplicas)
        {
            wanted["spec"]!["replicas"] = live?["spec"]?["replicas"]?.DeepClone() ?? 1;
        }

        AllocatedFields.Keep(wanted, previous, live);
        return wanted;
    }
}
