using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary>The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): the client's own name for a request.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    /// <returns>The key, or null when there is none.</returns>
    /// <exception cref="RefusedException">The key is too long or has other characters than printable ASCII.</exception>
    public static string? Read(HttpRequest request)
    {
        if (request.Headers[Name] is not { Count: > 0 } values)
        {
            return null;
        }

        var key = values.ToString();
        return key.Length is >= 1 and <= JobLimits.MaxIdempotencyKeyLength && key.All(c => c is >= ' ' and <= '~')
            ? key
            : throw new RefusedException(StatusCodes.Status400BadRequest,
                $"The header {Name} must have 1 to {JobLimits.MaxIdempotencyKeyLength} printable ASCII characters.");
    }
}
