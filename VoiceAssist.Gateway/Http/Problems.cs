using System.Globalization;

namespace VoiceAssist.Gateway.Http;

/// <summary>Answers that are problem details (RFC 9457), whatever the client says it accepts: an error is better read in JSON than not at all.</summary>
internal static class Problems
{
    /// <param name="context">Where the answer has not begun.</param>
    /// <param name="status">The status, also in the body.</param>
    /// <param name="detail">For the client to read; nothing of the inside belongs into it.</param>
    public static Task AnswerAsync(HttpContext context, int status, string? detail = null) =>
        TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);

    /// <summary>Tells the client when to come again.</summary>
    public static Task AnswerBusyAsync(HttpContext context, int status, string detail, TimeSpan retryAfter)
    {
        RetryAfter(context.Response, retryAfter);
        return AnswerAsync(context, status, detail);
    }

    /// <summary>In whole seconds, 1 at least: the header has no finer unit (RFC 9110, section 10.2.3).</summary>
    public static void RetryAfter(HttpResponse response, TimeSpan time) =>
        response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
