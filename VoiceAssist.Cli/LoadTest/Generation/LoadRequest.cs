using System.Net.Http.Headers;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>What is sent again and again.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">Where to.</param>
/// <param name="Json">The body; null for none.</param>
/// <param name="ApiKey">Whose request it is; null: a gateway that is open.</param>
internal sealed record LoadRequest(HttpMethod Method, Uri Url, string? Json = null, string? ApiKey = null)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Url) { Content = Json is null ? null : new StringContent(Json, JsonType) };
        message.Headers.Authorization = ApiKey is null ? null : new("Bearer", ApiKey);
        return message;
    }
}
