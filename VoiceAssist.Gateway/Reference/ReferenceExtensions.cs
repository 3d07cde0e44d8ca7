using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Keys;

namespace VoiceAssist.Gateway.Reference;

/// <summary>The API as an OpenAPI document, and a page to read and try it that needs nothing from elsewhere.</summary>
internal static class ReferenceExtensions
{
    /// <summary>What the page needs of a browser, and no more: above all, it loads nothing from elsewhere and sends nothing there.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static WebApplicationBuilder AddReference(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer(async (document, context, cancellationToken) =>
            {
                Describe(document);
                await Problem.AddSchemaAsync(document, context, cancellationToken);
            });
        });
        return builder;
    }

    public static WebApplication MapReference(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference(EndpointPaths.Reference, page => page
                .WithTitle("VoiceAssist API")
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .HideDeveloperTools())
            .AddEndpointFilter(async (call, next) =>
            {
                call.HttpContext.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                return await next(call);
            });
        return app;
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "VoiceAssist";
        document.Info.Version = "v1";
        document.Info.Description = "Submit a command as text or as a recording, follow it, and read or hear the answer.";

        // Relative: whoever reads the document has come by the address that the service has for them.
        document.Servers = [new() { Url = "/" }];
        document.AddComponent<IOpenApiSecurityScheme>(ApiKeyAuthentication.SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key of the operator's. On a developer's machine none is needed.",
        });
        document.Security = [new() { [new OpenApiSecuritySchemeReference(ApiKeyAuthentication.SchemeName, document)] = [] }];
    }
}
