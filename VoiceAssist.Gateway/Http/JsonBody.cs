using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VoiceAssist.Gateway.Http;

/// <summary>Reads a JSON body, and says in a client's words what is wrong with one that cannot be read.</summary>
internal static class JsonBody
{
    /// <exception cref="RefusedException">The body is not the JSON that is expected.</exception>
    /// <exception cref="BadHttpRequestException">The server finds the body too long, too slow or broken off.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.BodyReader, type, request.HttpContext.RequestAborted)
                ?? throw Refused("The body is null, but must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw Refused(
                $"The body is not the JSON that is expected here: see {e.Path ?? "$"}, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }

    private static RefusedException Refused(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
