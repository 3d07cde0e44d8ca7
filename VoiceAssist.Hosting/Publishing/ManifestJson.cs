using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>How a manifest's JSON looks.</summary>
internal static class ManifestJson
{
    /// <summary>Two spaces, one line ending on every platform, and the default encoder, which escapes what HTML could misread.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, NewLine = "\n" };

    public static void WriteOptional(this Utf8JsonWriter writer, string member, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(member, number);
        }
    }
}
