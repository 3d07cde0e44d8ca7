using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceAssist.Hosting.Kubernetes.Aspirate;
using VoiceAssist.Hosting.Kubernetes.Checks;
using VoiceAssist.Hosting.Kubernetes.Rendering;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>The pipeline steps.</summary>
internal static partial class PublishSteps
{
    public const string Publish = "publish-kubernetes";
    public const string Diff = "publish-diff";
    public const string Summary = "publish-summary";
    public const string Explain = "explain-check";

    /// <summary>The setting that names the check to explain.</summary>
    public const string CheckKey = "check";

    public static IEnumerable<PipelineStep> All =>
    [
        new()
        {
            Name = Publish,
            Description = "Writes the Kubernetes manifests of the app to --output-path; --target ENVIRONMENT|all; --base DIRECTORY: as overlays on what aspirate generated there.",
            Action = PublishAsync,
            DependsOnSteps = [WellKnownPipelineSteps.PublishPrereq],
            RequiredBySteps = [WellKnownPipelineSteps.Publish],
        },
        new()
        {
            Name = Diff,
            Description = "Shows, per environment, the objects and fields that a publish to --output-path would change.",
            Action = DiffAsync,
        },
        new()
        {
            Name = Summary,
            Description = "Prints, per environment, replicas, requests, limits, quota and headroom.",
            Action = SummarizeAsync,
        },
        new()
        {
            Name = Explain,
            Description = "Explains the check named by --check, or lists all checks.",
            Action = ExplainAsync,
        },
    ];

    private static async Task PublishAsync(PipelineStepContext step)
    {
        var publication = await Publication.PlanAsync(step).ConfigureAwait(false);
        Report(publication.Check(), step.Logger);
        var directory = OutputDirectory(step);
        var changes = TreeWriter.Write(directory, publication.Files(directory), p => publication.Target.Includes(p, publication.EnvironmentNames));
        LogWritten(step.Logger, changes.Count(c => c.Text is not null), changes.Count(c => c.Text is null), directory);
        foreach (var line in publication.Base is { } @base ? AspirateLimits.Of(@base, publication.Plans[0].Context) : [])
        {
            LogWarning(step.Logger, line);
        }

        foreach (var line in publication.Targeted.SelectMany(p => SecretInstructions.Of(p.Context)))
        {
            LogLine(step.Logger, line);
        }
    }

    private static async Task DiffAsync(PipelineStepContext step)
    {
        var publication = await Publication.PlanAsync(step).ConfigureAwait(false);
        var directory = OutputDirectory(step);
        var files = publication.Files(directory);
        foreach (var plan in publication.Targeted)
        {
            var rendered = TreeLayout.Rendered(plan.Context.Environment!);
            var path = Path.Combine(directory, rendered);
            var before = File.Exists(path) ? await File.ReadAllTextAsync(path, step.CancellationToken).ConfigureAwait(false) : "";
            Print(TreeDifference.Between(plan.Context.Environment!, before, files[rendered]), step.Logger);
        }

        var changes = TreeWriter.Changes(directory, files, p => publication.Target.Includes(p, publication.EnvironmentNames));
        Print(changes.Count == 0 ? "files: nothing changes\n" : $"files:\n{string.Concat(changes.Select(c => $"  {(c.Text is null ? '-' : File.Exists(Path.Combine(directory, c.Path)) ? '~' : '+')} {c.Path}\n"))}", step.Logger);
    }

    private static async Task SummarizeAsync(PipelineStepContext step)
    {
        var publication = await Publication.PlanAsync(step).ConfigureAwait(false);
        foreach (var plan in publication.Targeted)
        {
            Print(SummaryTable.Of(plan), step.Logger);
        }
    }

    private static Task ExplainAsync(PipelineStepContext step)
    {
        var id = step.Services.GetRequiredService<IConfiguration>()[CheckKey];
        try
        {
            Print(string.IsNullOrEmpty(id) ? CheckExplanations.Index() : CheckExplanations.Of(id), step.Logger);
        }
        catch (ArgumentException error)
        {
            throw new DistributedApplicationException(error.Message, error);
        }

        return Task.CompletedTask;
    }

    private static string OutputDirectory(PipelineStepContext step) => step.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();

    private static void Report(CheckReport report, ILogger logger)
    {
        foreach (var warning in FindingText.Lines(report.Warnings))
        {
            LogWarning(logger, warning["warning ".Length..]);
        }

        if (!report.MayPublish)
        {
            throw new DistributedApplicationException($"Nothing was written: the checks found errors. 'explain-check' says what each means.\n{string.Join('\n', FindingText.Lines(report.Errors))}");
        }
    }

    private static void Print(string text, ILogger logger)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            LogLine(logger, line);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    private static partial void LogLine(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Line}")]
    private static partial void LogWarning(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Written} files written, {Removed} removed in {Directory}")]
    private static partial void LogWritten(ILogger logger, int written, int removed, string directory);
}
