using System.Net.Http.Headers;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>What is sent again and again.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">Where to.</param>
/// <param name="Json">The body; null for none.</param>
internal sealed record LoadRequest(HttpMethod Method, Uri Url, string? Json = null)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public HttpRequestMessage ToMessage() => new(Method, Url) { Content = Json is null ? null : new StringContent(Json, JsonType) };
}
