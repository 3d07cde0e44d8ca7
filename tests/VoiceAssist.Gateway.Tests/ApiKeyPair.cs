using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace VoiceAssist.Gateway.Tests;

/// <summary>A key and what a gateway is told of it.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="Key">What the client sends.</param>
internal sealed record ApiKeyPair(string Client, string Key)
{
    public static readonly ApiKeyPair Mobile = Make("mobile");
    public static readonly ApiKeyPair Web = Make("web");
    public static readonly ApiKeyPair Kiosk = Make("kiosk");

    /// <summary>The one that is to take its place.</summary>
    public static readonly ApiKeyPair KioskNext = Make("kiosk");

    /// <summary>A gateway outside Development that knows these keys.</summary>
    public static IReadOnlyDictionary<string, string?> Guarded => new Dictionary<string, string?>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ApiKeys"] = $"{Mobile.Entry}, {Web.Entry}, {Kiosk.Entry}, {KioskNext.Entry}",
    };

    /// <summary>The key's entry in the setting.</summary>
    public string Entry => $"{Client}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}";

    public AuthenticationHeaderValue Header => new("Bearer", Key);

    private static ApiKeyPair Make(string client) => new(client, RandomNumberGenerator.GetHexString(64, lowercase: true));
}
