using Microsoft.Net.Http.Headers;

namespace VoiceAssist.Gateway.Http;

/// <summary>What a body says it is.</summary>
internal static class BodyTypes
{
    public const string Json = "application/json";
    public const string Wave = "audio/wav";
    public const string Form = "multipart/form-data";

    /// <summary>RFC 2361 and browsers have other names for the same.</summary>
    private static readonly string[] WaveNames = [Wave, "audio/x-wav", "audio/wave", "audio/vnd.wave"];

    /// <summary>JSON has no other encoding than UTF-8 (RFC 8259, section 8.1).</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    public static bool IsWave(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && WaveNames.Any(name => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase);

    public static bool MayBeRecording(HttpRequest request) => IsWave(request) || IsForm(request);
}
