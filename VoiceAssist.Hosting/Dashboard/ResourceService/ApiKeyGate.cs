using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard;

/// <summary>Lets a call pass when it carries the right key.</summary>
/// <param name="apiKey">The key; null: every call passes.</param>
internal sealed class ApiKeyGate(string? apiKey)
{
    public const string Header = "x-resource-service-api-key";

    private readonly byte[]? _key = apiKey is null ? null : Encoding.UTF8.GetBytes(apiKey);

    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        Allows(context.Request.Headers[Header]) ? next(context) : RejectAsync(context.Response);

    internal bool Allows(string? given) =>
        _key is null || (given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _key));

    private static Task RejectAsync(HttpResponse response)
    {
        // A gRPC answer that has a status and nothing else carries it in its headers.
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)StatusCode.Unauthenticated).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = $"The header {Header} is missing or wrong.";
        return response.CompleteAsync();
    }
}
