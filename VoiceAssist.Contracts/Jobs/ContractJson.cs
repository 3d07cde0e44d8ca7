using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>JSON of the job contract: camel case, absent rather than null, no reflection at start-up.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JobSubmission))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(CommandPayload))]
[JsonSerializable(typeof(CommandResult))]
[JsonSerializable(typeof(TranscriptionPayload))]
[JsonSerializable(typeof(TranscriptionResult))]
[JsonSerializable(typeof(JobEvent))]
[JsonSerializable(typeof(JobList))]
public sealed partial class ContractJson : JsonSerializerContext;
