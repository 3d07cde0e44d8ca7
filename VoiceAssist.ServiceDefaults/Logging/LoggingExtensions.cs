using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.ServiceDefaults.Logging;

internal static class LoggingExtensions
{
    /// <summary>The level out of the published config map, in its own spelling.</summary>
    private const string LevelVariable = "LOG_LEVEL";

    public static void AddLoggingDefaults(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration[LevelVariable] is { Length: > 0 } level)
        {
            builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", Parse(level).ToString())]);
        }

        // The readiness probe reports a change of state once; the framework would report every failed check.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);

        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            return;
        }

        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
    }

    /// <exception cref="InvalidOperationException">The level is none of those that the config map may hold.</exception>
    internal static LogLevel Parse(string level) => level.ToLowerInvariant() switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warn" => LogLevel.Warning,
        "error" => LogLevel.Error,
        _ => throw new InvalidOperationException(
            $"{LevelVariable} must be trace, debug, info, warn or error, but was '{level}'."),
    };
}
