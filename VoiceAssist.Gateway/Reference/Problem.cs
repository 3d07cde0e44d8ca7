using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace VoiceAssist.Gateway.Reference;

/// <summary>Errors in the document: all of one schema.</summary>
internal static class Problem
{
    private const string Schema = nameof(ProblemDetails);

    /// <summary>Adds the schema that <see cref="Answer"/> refers to.</summary>
    public static async Task AddSchemaAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken) =>
        document.AddComponent(Schema, await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken));

    public static OpenApiResponse Answer(OpenApiDocument document, string when) => new()
    {
        Description = when,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Schema, document) },
        },
    };
}
