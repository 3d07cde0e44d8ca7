using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>Fields that cannot change once an object exists.</summary>
internal static class Immutability
{
    public static void Check(ObjectKey key, JsonObject? live, JsonObject document)
    {
        string[] fields = key.Resource.Kind switch
        {
            "Deployment" => ["selector"],
            "StatefulSet" => ["selector", "serviceName", "volumeClaimTemplates"],
            _ => [],
        };
        foreach (var field in live is null ? [] : fields.Where(f => live["spec"]?[f] is { } was && !JsonNode.DeepEquals(was, document["spec"]?[f])))
        {
            throw new ApiException(422, "Invalid", $"{key.Label} is invalid: spec.{field}: Invalid value: field is immutable", [("FieldValueInvalid", "field is immutable", "spec." + field)]);
        }
    }
}
