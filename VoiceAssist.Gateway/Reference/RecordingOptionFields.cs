using Microsoft.OpenApi;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Reference;

/// <summary>A recording and its options as schemas: they stand in the address or in a form, never in JSON.</summary>
internal static class RecordingOptionFields
{
    public static OpenApiSchema File => new() { Type = JsonSchemaType.String, Format = "binary" };

    public static Dictionary<string, OpenApiSchema> All() => new()
    {
        ["mode"] = new()
        {
            Type = JsonSchemaType.String,
            Enum = ["grammar", "dictation"],
            Default = "grammar",
            Description = "What the recording holds: one of the commands that the assistant knows, or free speech.",
        },
        ["language"] = new() { Type = JsonSchemaType.String, Description = "BCP 47, for example en-US." },
        ["speak"] = new() { Type = JsonSchemaType.Boolean, Default = false, Description = "Whether the answer is to be spoken as well." },
        ["priority"] = new() { Type = JsonSchemaType.String, Enum = ["interactive", "batch"], Default = "interactive", Description = "Who goes first." },
        ["delaySeconds"] = new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = "0",
            Maximum = $"{JobLimits.MaxDelaySeconds}",
            Default = 0,
            Description = "Not to run before so many seconds have passed.",
        },
    };

    public static OpenApiSchema Form(Dictionary<string, OpenApiSchema> options) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "file" },
        Properties = options.ToDictionary(option => option.Key, IOpenApiSchema (option) => option.Value).Append(new("file", File)).ToDictionary(),
    };
}
