using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>The steps that every app host has.</summary>
internal static class BuiltInSteps
{
    public const string PublishManifest = "publish-manifest";

    /// <summary>The action of steps that only gather others.</summary>
    public static Func<PipelineStepContext, Task> Gather { get; } = static _ => Task.CompletedTask;

    public static IEnumerable<PipelineStep> Create() =>
    [
        new()
        {
            Name = WellKnownPipelineSteps.BeforeStart,
            Description = "Gathers what runs before every other step.",
            Action = Gather,
        },
        new()
        {
            // Nobody is asked for a value: published parameters stay expressions, and whoever deploys gives the values.
            Name = WellKnownPipelineSteps.ProcessParameters,
            Description = "Gathers what prepares parameters.",
            Action = Gather,
            RequiredBySteps = [WellKnownPipelineSteps.PublishPrereq],
        },
        new()
        {
            Name = WellKnownPipelineSteps.PublishPrereq,
            Description = "Gathers what runs before anything is published.",
            Action = Gather,
        },
        new()
        {
            Name = WellKnownPipelineSteps.Publish,
            Description = "Publishes everything but the manifest.",
            Action = Gather,
        },
        new()
        {
            Name = PublishManifest,
            Description = $"Writes the model as a JSON manifest to --output-path: a file if it ends in .json, else {ManifestFile.DefaultName} in that directory.",
            Action = WriteManifestAsync,
        },
    ];

    private static async Task WriteManifestAsync(PipelineStepContext context)
    {
        var request = context.Services.GetRequiredService<PublishRequest>();
        if (request.OutputPath is not { } outputPath)
        {
            throw new CommandLineException(
                "The '--output-path PATH' option was not specified even though manifest publishing was requested. "
                + $"Allowed: a file name that ends in .json, or a directory for {ManifestFile.DefaultName}.");
        }

        var path = ManifestFile.PathFor(outputPath);
        await ManifestFile.WriteAsync(path, context.Model, context.ExecutionContext, context.CancellationToken).ConfigureAwait(false);
        context.Logger.LogInformation("Published manifest to: {ManifestPath}", path);
    }
}
