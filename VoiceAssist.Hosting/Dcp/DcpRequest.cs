using System.Net.Http.Headers;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// One request to the API server. A request message can be sent once only, so each attempt makes its own. Kind and object are
/// there for the messages of errors.
/// </summary>
internal sealed record DcpRequest(HttpMethod Method, string Path, string Kind, string? ObjectName = null, byte[]? Body = null)
{
    public const string MergePatch = "application/merge-patch+json";

    public static DcpRequest For<T>(HttpMethod method, string? name = null, string suffix = "", byte[]? body = null)
        where T : class, IDcpObject<T> =>
        new(method, $"{DcpApi.BasePath}/{T.Definition.Plural}{(name is null ? "" : "/" + Uri.EscapeDataString(name))}{suffix}", T.Definition.Name, name, body);

    /// <summary>A lost answer to a create must not lead to a second create, which would then report the first as a conflict.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post;

    public override string ToString() => $"{Method} {Kind}{(ObjectName is null ? "" : $" '{ObjectName}'")}";

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Path);
        if (Body is not null)
        {
            var mediaType = Method == HttpMethod.Patch ? MergePatch : "application/json";
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        }

        return message;
    }
}
