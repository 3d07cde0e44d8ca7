using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;

namespace VoiceAssist.Cli.History;

/// <summary>One object that a setup touched.</summary>
/// <param name="Reference">The object.</param>
/// <param name="Previous">How it was; null when it did not exist. Replicas that an autoscaler owned are <see cref="OwnedReplicas"/>.</param>
internal sealed record RecordEntry(ObjectRef Reference, JsonObject? Previous)
{
    /// <summary>Stands for "as many as there are": an autoscaler decides.</summary>
    public const int OwnedReplicas = -1;
}
