namespace VoiceAssist.Contracts;

/// <summary>Names of settings that the app host hands over beside connections.</summary>
public static class SettingNames
{
    /// <summary>
    /// Who may use the gateway: <c>client=SHA256</c> of each API key, separated by commas. Missing, the gateway is open in Development and
    /// does not start elsewhere.
    /// </summary>
    public const string ApiKeys = "ApiKeys";
}
