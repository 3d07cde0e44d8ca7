using System.Text.Json;
using System.Text.Json.Serialization;
using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Sending;

/// <summary>A line of what <c>voiceassist load</c> prints, as JSON.</summary>
/// <param name="State">How far it is.</param>
/// <param name="StartsInSeconds">For <see cref="LoadState.Ready"/>: when the first request is due.</param>
/// <param name="Workload">Which load it is about.</param>
/// <param name="Result">What came of it so far; second by second only at the end.</param>
internal sealed record LoadLine(LoadState State, double? StartsInSeconds = null, string? Workload = null, LoadResult? Result = null)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <returns>Null where the text is no such line, for example one that is not whole yet.</returns>
    public static LoadLine? Parse(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonSerializer.Deserialize<LoadLine>(text, Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, Options);
}
