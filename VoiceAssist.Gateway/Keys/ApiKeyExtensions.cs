using Microsoft.AspNetCore.Authentication;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Keys;

internal static class ApiKeyExtensions
{
    /// <exception cref="InvalidOperationException">As for <see cref="ApiKeySetting.Read"/>.</exception>
    public static WebApplicationBuilder AddApiKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ApiKeySetting.Read(builder.Configuration[SettingNames.ApiKeys], builder.Environment.IsDevelopment()));
        builder.Services
            .AddAuthentication(ApiKeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        builder.Services.AddAuthorization();

        // The framework would log each request without a key as well as each with a wrong one.
        builder.Logging.AddFilter(typeof(ApiKeyAuthentication).FullName, LogLevel.Warning);
        return builder;
    }

    /// <returns>The <see cref="ApiKey.Id"/> of the key that the request carries.</returns>
    public static string KeyId(this HttpContext context) =>
        context.User.FindFirst(ApiKeyAuthentication.KeyClaim)?.Value ?? ApiKeyAuthentication.OpenClient;

    /// <returns>The client whose key the request carries.</returns>
    public static string Client(this HttpContext context) => context.User.Identity?.Name ?? ApiKeyAuthentication.OpenClient;
}
