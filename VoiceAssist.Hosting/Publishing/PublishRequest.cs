using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Publishing;

/// <summary>What the command line asks for.</summary>
/// <param name="Operation">To run or to publish.</param>
/// <param name="Step">The pipeline step to run; null when none was named.</param>
/// <param name="OutputPath">The directory or, for a manifest, file to write, as it was given; null when it was not.</param>
/// <param name="ListSteps">Whether to print the steps instead of running one.</param>
/// <param name="LogLevel">The lowest level of what steps log that is printed.</param>
/// <param name="IncludeExceptionDetails">Whether a failure is printed with its stack trace.</param>
internal sealed record PublishRequest(
    DistributedApplicationOperation Operation,
    string? Step = null,
    string? OutputPath = null,
    bool ListSteps = false,
    LogLevel LogLevel = LogLevel.Information,
    bool IncludeExceptionDetails = false)
{
    private const string ManifestPublisher = "manifest";

    /// <summary>Reads the keys of <see cref="CommandLineSwitches"/>.</summary>
    /// <exception cref="CommandLineException">A value is not one of those allowed.</exception>
    public static PublishRequest FromConfiguration(IConfiguration configuration)
    {
        var publisher = Given(configuration, CommandLineSwitches.Publisher);
        var listSteps = Flag(configuration, CommandLineSwitches.ListSteps, "--list-steps");
        // Older deployment tools say only '--publisher manifest'; listing needs a model, but nothing that runs.
        var implied = publisher is not null || listSteps ? DistributedApplicationOperation.Publish : DistributedApplicationOperation.Run;
        var impliedStep = string.Equals(publisher, ManifestPublisher, StringComparison.OrdinalIgnoreCase) ? BuiltInSteps.PublishManifest : null;
        return new(
            Given(configuration, CommandLineSwitches.Operation) is { } operation ? ParseOperation(operation) : implied,
            Given(configuration, CommandLineSwitches.Step) ?? impliedStep,
            Given(configuration, CommandLineSwitches.OutputPath),
            listSteps,
            Level(configuration),
            Flag(configuration, CommandLineSwitches.IncludeExceptionDetails, "--include-exception-details"));
    }

    private static DistributedApplicationOperation ParseOperation(string value) => value.ToLowerInvariant() switch
    {
        "run" => DistributedApplicationOperation.Run,
        "publish" => DistributedApplicationOperation.Publish,
        _ => throw new CommandLineException($"--operation '{value}' is not known. Allowed: run, publish."),
    };

    private static LogLevel Level(IConfiguration configuration)
    {
        if (Given(configuration, CommandLineSwitches.LogLevel) is not { } value)
        {
            return LogLevel.Information;
        }

        return Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? level
            : throw new CommandLineException($"--log-level '{value}' is not known. Allowed: {string.Join(", ", Enum.GetNames<LogLevel>())}.");
    }

    private static bool Flag(IConfiguration configuration, string key, string name) => Given(configuration, key) switch
    {
        null => false,
        { } value when bool.TryParse(value, out var flag) => flag,
        { } value => throw new CommandLineException($"{name} '{value}' is not allowed. Allowed: true, false."),
    };

    private static string? Given(IConfiguration configuration, string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
