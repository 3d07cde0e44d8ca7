using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Keys;

/// <summary><c>Authorization: Bearer KEY</c> (RFC 6750). The caller's name is the client that the key belongs to.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    /// <summary>Who everybody is where no key is needed.</summary>
    public const string OpenClient = "development";

    /// <summary>The claim that holds <see cref="ApiKey.Id"/>.</summary>
    public const string KeyClaim = "key";

    private const string Prefix = SchemeName + " ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        var isBearer = given.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
        return Task.FromResult(
            keys.IsOpen ? AuthenticateResult.Success(Ticket(OpenClient, OpenClient))
            : !isBearer ? AuthenticateResult.NoResult()
            : keys.Find(given.AsSpan(Prefix.Length).Trim()) is { } key ? AuthenticateResult.Success(Ticket(key.Client, key.Id))
            : AuthenticateResult.Fail("The key is unknown."));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isWrong = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.Headers.WWWAuthenticate = isWrong ? $"{SchemeName} error=\"invalid_token\"" : SchemeName;
        await Problems.AnswerAsync(Context, StatusCodes.Status401Unauthorized,
            isWrong ? "The API key is not known here." : $"An API key is required: send the header 'Authorization: {SchemeName} KEY'.");
    }

    private static AuthenticationTicket Ticket(string client, string key) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, client), new Claim(KeyClaim, key)], SchemeName)), SchemeName);
}
