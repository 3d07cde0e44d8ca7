using System.Globalization;

namespace VoiceAssist.Gateway.Limits;

/// <summary>How often one gateway may be asked with one key. Each property can be set under <c>RateLimit</c> in the configuration.</summary>
/// <param name="RequestsPerSecond">On average; 1000 unless set: one key alone may bring what makes the gateway scale.</param>
/// <param name="Burst">At once after a pause; 2000 unless set.</param>
internal sealed record RateLimitSettings(int RequestsPerSecond, int Burst)
{
    public const string Section = "RateLimit";

    private const int Max = 1_000_000;

    /// <exception cref="InvalidOperationException">A value is no whole number from 1 to a million.</exception>
    public static RateLimitSettings Read(IConfiguration configuration) => new(
        Number(configuration, nameof(RequestsPerSecond), 1000),
        Number(configuration, nameof(Burst), 2000));

    private static int Number(IConfiguration configuration, string name, int standard)
    {
        var key = $"{Section}:{name}";
        if (configuration[key] is not { Length: > 0 } given)
        {
            return standard;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Max
            ? number
            : throw new InvalidOperationException($"{key} must be a whole number from 1 to {Max}, but was '{given}'.");
    }
}
