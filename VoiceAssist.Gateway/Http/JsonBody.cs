using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace VoiceAssist.Gateway.Http;

/// <summary>Reads a JSON body, and says in a client's words what is wrong with one that cannot be read.</summary>
internal static class JsonBody
{
    /// <returns>The body, or the problem to answer with; never both.</returns>
    public static async Task<(T? Body, ProblemHttpResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (!IsUtf8Json(request.ContentType))
        {
            return (null, Problem(StatusCodes.Status415UnsupportedMediaType,
                "The body must be JSON in UTF-8: send the header 'Content-Type: application/json'."));
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted) is { } body
                ? (body, null)
                : (null, Problem(StatusCodes.Status400BadRequest, "The body is null, but must be a JSON object."));
        }
        catch (JsonException e)
        {
            return (null, Problem(StatusCodes.Status400BadRequest,
                $"The body is not the JSON that is expected here: see {e.Path ?? "$"}, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            var limit = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes;
            return (null, Problem(e.StatusCode, $"The body may have {limit} bytes at most."));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Problem(e.StatusCode, "The body could not be read."));
        }
    }

    /// <summary>JSON has no other encoding (RFC 8259, section 8.1).</summary>
    private static bool IsUtf8Json(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
