using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Says on the console that a resource ended, could not start or is not healthy, with the last lines of its log.</summary>
internal sealed class FailureReporter(ResourceLoggerService loggers, ILogger<FailureReporter> logger)
{
    private const int LastLines = 20;

    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(2);

    public async Task ReportAsync(IResource resource, string instanceName, string what, string? why)
    {
        var lines = await LastLinesAsync(instanceName).ConfigureAwait(false);
        logger.LogError(
            "Resource '{Resource}' ({Instance}) {What}.{Why}{Log}",
            resource.Name,
            instanceName,
            what,
            string.IsNullOrWhiteSpace(why) ? "" : $" {why}",
            lines.Count == 0 ? " It wrote nothing." : $" Its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, lines.Select(l => "    " + l))}");
    }

    private async Task<IReadOnlyList<string>> LastLinesAsync(string instanceName)
    {
        using var timeout = new CancellationTokenSource(ReadTimeout);
        var last = new Queue<string>();
        try
        {
            await foreach (var batch in loggers.GetAllAsync(instanceName).WithCancellation(timeout.Token).ConfigureAwait(false))
            {
                foreach (var line in batch)
                {
                    last.Enqueue(line.Content);
                    if (last.Count > LastLines)
                    {
                        last.Dequeue();
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or DistributedApplicationException)
        {
            last.Enqueue($"(its log cannot be read: {e.Message})");
        }

        return [.. last];
    }
}
