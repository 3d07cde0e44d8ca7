using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;

namespace VoiceAssist.ServiceDefaults.Shutdown;

internal static class ShutdownExtensions
{
    public static void AddGracefulShutdown(this IHostApplicationBuilder builder, TimeSpan drainDelay)
    {
        var inFlight = builder.Environment.IsDevelopment() ? ShutdownBudget.InFlightInDevelopment : ShutdownBudget.InFlight;
        var options = new ShutdownOptions
        {
            DrainDelay = Duration(builder.Configuration, SettingNames.DrainDelay, drainDelay),
            InFlight = Duration(builder.Configuration, SettingNames.InFlight, inFlight),
        };
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddHostedService<DrainService>();
        builder.Services.AddTransient<IStartupFilter, DrainMiddleware>();
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = options.DrainDelay + options.InFlight + ShutdownBudget.Flush);
    }

    /// <exception cref="InvalidOperationException">The configured value is no duration, or below zero.</exception>
    internal static TimeSpan Duration(IConfiguration configuration, string key, TimeSpan standard)
    {
        if (configuration[key] is not { Length: > 0 } given)
        {
            return standard;
        }

        return TimeSpan.TryParse(given, CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw new InvalidOperationException(
                $"{key} must be a duration of zero or more in the form hh:mm:ss, but was '{given}'.");
    }
}
