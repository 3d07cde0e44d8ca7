using System.Globalization;
using Microsoft.OpenApi;

namespace VoiceAssist.Gateway.Reference;

/// <summary>Says of an endpoint what it answers, beyond what its code says.</summary>
internal static class Answers
{
    /// <summary>What every endpoint behind a key can answer.</summary>
    private static readonly (int Status, string When)[] Common =
    [
        (StatusCodes.Status401Unauthorized, "The API key is missing or unknown."),
        (StatusCodes.Status429TooManyRequests, "Too many requests, or too many jobs wait. The header Retry-After says, in seconds, when to come again."),
        (StatusCodes.Status503ServiceUnavailable, "The service is busy or cannot reach its database. The header Retry-After says, in seconds, when to come again."),
    ];

    /// <param name="endpoint">An endpoint behind a key.</param>
    /// <param name="problems">Status and reason of the errors that are this endpoint's own.</param>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params (int Status, string When)[] problems) =>
        endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            foreach (var (status, when) in (ReadOnlySpan<(int, string)>)[.. problems, .. Common])
            {
                operation.Add(status, Problem.Answer(context.Document!, when));
            }

            return Task.CompletedTask;
        });

    /// <summary>Says when an answer is given.</summary>
    public static RouteHandlerBuilder Words(this RouteHandlerBuilder endpoint, int status, string when) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses?.GetValueOrDefault(Key(status)) is OpenApiResponse response)
            {
                response.Description = when;
            }

            return Task.CompletedTask;
        });

    public static void Add(this OpenApiOperation operation, int status, IOpenApiResponse response)
    {
        operation.Responses ??= [];
        operation.Responses[Key(status)] = response;
    }

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
