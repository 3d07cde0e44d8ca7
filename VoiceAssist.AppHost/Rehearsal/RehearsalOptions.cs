using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>What the command line says of a rehearsal.</summary>
/// <param name="Environment">Whose policies are rehearsed: <c>--target</c>, default dev, which a laptop can carry.</param>
/// <param name="Speed">By how much windows, periods and intervals are shortened: <c>--speed</c>, default 1.</param>
internal sealed record RehearsalOptions(string Environment, double Speed)
{
    private const string Switch = "autoscale";
    private const double MaxSpeed = 100;

    /// <returns>Null without <c>--autoscale true</c>.</returns>
    /// <exception cref="DistributedApplicationException">A switch has a value that is not allowed.</exception>
    public static RehearsalOptions? Parse(IConfiguration configuration)
    {
        var given = configuration[Switch];
        if (string.IsNullOrEmpty(given) || string.Equals(given, "false", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return string.Equals(given, "true", StringComparison.OrdinalIgnoreCase)
            ? new(configuration["target"] is { Length: > 0 } target ? target : "dev", ParseSpeed(configuration["speed"]))
            : throw new DistributedApplicationException($"--{Switch} '{given}' is not known. Allowed: true, false.");
    }

    private static double ParseSpeed(string? text) =>
        string.IsNullOrEmpty(text) ? 1
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is >= 1 and <= MaxSpeed ? speed
        : throw new DistributedApplicationException(string.Create(CultureInfo.InvariantCulture, $"--speed '{text}' is not allowed. Allowed: 1 to {MaxSpeed}; 10 lets a window of 300 s pass in 30 s."));
}
