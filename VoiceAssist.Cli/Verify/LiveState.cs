using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Verify;

/// <summary>Everything that the checks look at, read at one moment.</summary>
internal sealed record LiveState
{
    /// <summary>The objects that should be there, as far as they are.</summary>
    public required IReadOnlyDictionary<ObjectRef, JsonObject> Objects { get; init; }

    /// <summary>The autoscalers among them, with their metrics.</summary>
    public required IReadOnlyList<LiveAutoscaler> Autoscalers { get; init; }

    /// <summary>All quotas of the namespaces concerned.</summary>
    public required IReadOnlyList<JsonObject> Quotas { get; init; }

    /// <summary>All pods of the namespaces concerned.</summary>
    public required IReadOnlyList<JsonObject> Pods { get; init; }

    public required DateTimeOffset Now { get; init; }

    public JsonObject? Live(JsonObject published) => Objects.GetValueOrDefault(ObjectRef.Of(published));
}
