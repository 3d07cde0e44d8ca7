using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>An answer other than success, as the API server words it.</summary>
/// <param name="code">The HTTP status.</param>
/// <param name="reason">For example <c>NotFound</c>.</param>
/// <param name="message">For people.</param>
/// <param name="causes">The causes of a conflict of field managers, or of an invalid object.</param>
public sealed class ApiException(int code, string reason, string message, IReadOnlyList<(string Type, string Message, string Field)>? causes = null) : Exception(message)
{
    public int Code => code;

    /// <summary>The <c>Status</c> object.</summary>
    public JsonObject ToStatus() => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = "Failure",
        ["message"] = Message,
        ["reason"] = reason,
        ["details"] = new JsonObject
        {
            ["causes"] = new JsonArray([.. (causes ?? []).Select(c => (JsonNode)new JsonObject { ["reason"] = c.Type, ["message"] = c.Message, ["field"] = c.Field })]),
        },
        ["code"] = code,
    };
}
