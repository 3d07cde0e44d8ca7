namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>What is sent again and again.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">Where to.</param>
/// <param name="Body">What is sent with it; null for nothing.</param>
/// <param name="ApiKey">Whose request it is; null: a gateway that is open.</param>
internal sealed record LoadRequest(HttpMethod Method, Uri Url, LoadBody? Body = null, string? ApiKey = null)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Url) { Content = Body?.ToContent() };
        message.Headers.Authorization = ApiKey is null ? null : new("Bearer", ApiKey);
        return message;
    }
}
