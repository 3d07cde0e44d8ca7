using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>Writes and reads <see cref="PlanDocument"/>.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PlanJson : JsonSerializerContext
{
    public static string Write(PlanDocument plan) => JsonSerializer.Serialize(plan, Default.PlanDocument) + "\n";

    /// <exception cref="JsonException">The text is not a plan.</exception>
    public static PlanDocument Read(string text) => JsonSerializer.Deserialize(text, Default.PlanDocument) ?? throw new JsonException("The plan is empty.");
}
