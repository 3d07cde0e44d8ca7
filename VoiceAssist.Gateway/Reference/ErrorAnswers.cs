using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace VoiceAssist.Gateway.Reference;

/// <summary>The errors that every endpoint behind a key has in common, written once instead of at each.</summary>
internal sealed class ErrorAnswers : IOpenApiOperationTransformer
{
    private static readonly (int Status, string When)[] Common =
    [
        (StatusCodes.Status401Unauthorized, "The API key is missing or unknown."),
        (StatusCodes.Status429TooManyRequests, "Too many requests; the header Retry-After says, in seconds, when to come again."),
        (StatusCodes.Status503ServiceUnavailable, "The service cannot reach its database, or is busy; the header Retry-After says, in seconds, when to come again."),
    ];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
        {
            return;
        }

        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        foreach (var (status, when) in Common)
        {
            operation.Responses ??= [];
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = when,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = schema } },
            });
        }
    }
}
