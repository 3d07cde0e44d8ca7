namespace VoiceAssist.Contracts;

/// <summary>Names of settings that the app host hands over beside connections.</summary>
public static class SettingNames
{
    /// <summary>
    /// Who may use the gateway: <c>client=SHA256</c> of each API key, separated by commas. Missing, the gateway is open in Development and
    /// does not start elsewhere.
    /// </summary>
    public const string ApiKeys = "ApiKeys";

    /// <summary>How long the gateway keeps serving after SIGTERM, <c>hh:mm:ss</c>; see <see cref="ShutdownBudget.DrainDelay"/>.</summary>
    public const string DrainDelay = "Shutdown:DrainDelay";

    /// <summary>How long requests and jobs in flight may take after that, <c>hh:mm:ss</c>; see <see cref="ShutdownBudget.InFlight"/>.</summary>
    public const string InFlight = "Shutdown:InFlight";

    /// <returns>The environment variable that gives a setting.</returns>
    public static string Variable(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);
}
