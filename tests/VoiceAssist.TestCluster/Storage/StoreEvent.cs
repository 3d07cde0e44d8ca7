using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>Something that happened to an object.</summary>
internal sealed record StoreEvent(int Version, string Type, ObjectKey Key, JsonObject Document);
