using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary>Receives a form (RFC 7578) part by part; the file goes where it belongs without being kept on the way.</summary>
internal static class FormReader
{
    private const int MaxParts = 16;
    private const int MaxFieldBytes = 256;

    /// <param name="request">With a body of <c>multipart/form-data</c>.</param>
    /// <param name="receive">Receives the one file.</param>
    /// <exception cref="RefusedException">The body is no such form, or has not exactly one file.</exception>
    public static async Task<(byte[] File, IReadOnlyDictionary<string, string> Fields)> ReadAsync(
        HttpRequest request, Func<Stream, CancellationToken, Task<byte[]>> receive)
    {
        try
        {
            return await ReadPartsAsync(Reader(request), receive, request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw Refused("The body is not the form that its header says: a part or the form's end is missing or too long.");
        }
    }

    private static async Task<(byte[] File, IReadOnlyDictionary<string, string> Fields)> ReadPartsAsync(
        MultipartReader reader, Func<Stream, CancellationToken, Task<byte[]>> receive, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[]? file = null;
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; parts++)
        {
            var (name, isFile) = Disposition(part);
            if (parts == MaxParts || (isFile ? file is not null : fields.ContainsKey(name)))
            {
                throw Refused($"The form may have one file and each field once, {MaxParts} parts at most.");
            }

            if (isFile)
            {
                file = await receive(part.Body, cancellationToken);
            }
            else
            {
                fields[name] = await TextAsync(part.Body, cancellationToken);
            }
        }

        return (file ?? throw Refused("There is no file in the form: send the recording as a part with a file name."), fields);
    }

    private static MultipartReader Reader(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? new MultipartReader(boundary.ToString(), request.Body)
            : throw Refused("The header Content-Type must name the form's boundary, of 1 to 70 characters.");

    private static (string Name, bool IsFile) Disposition(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
        && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
            ? (HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
            : throw Refused("Each part of the form must have the header 'Content-Disposition: form-data'.");

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxFieldBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxFieldBytes
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Refused($"A field of the form may have {MaxFieldBytes} bytes at most, but one has more. A recording needs a file name.");
    }

    private static RefusedException Refused(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
