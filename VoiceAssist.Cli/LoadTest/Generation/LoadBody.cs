using System.Net.Http.Headers;

namespace VoiceAssist.Cli.LoadTest.Generation;

/// <summary>The body of a request that is sent again and again.</summary>
internal sealed class LoadBody(byte[] bytes, string mediaType)
{
    private readonly MediaTypeHeaderValue _type = new(mediaType);

    public HttpContent ToContent()
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = _type;
        return content;
    }
}
