using System.Globalization;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>Runs steps one after the other, each at most once.</summary>
internal sealed class PipelineExecutor(StepGraph graph, PipelineContext context, PublishConsole console, LogLevel logLevel, TimeProvider time)
{
    private readonly Dictionary<string, bool> _succeeded = new(StringComparer.Ordinal);

    /// <summary>Runs a step after all it depends on. A failure stops the steps that depend on the failed one, not the others.</summary>
    /// <exception cref="PipelineFailedException">A step failed.</exception>
    /// <exception cref="CommandLineException">A step found the command line wrong.</exception>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public async Task RunAsync(string name)
    {
        var failures = new List<StepFailure>();
        foreach (var step in graph.OrderFor(name).Where(s => !_succeeded.ContainsKey(s.Name)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var failed = graph.DependenciesOf(step).Where(d => !_succeeded[d]).ToArray();
            if (failed.Length > 0)
            {
                _succeeded[step.Name] = false;
                console.Line($"{step.Name}: not run, because it depends on {string.Join(", ", failed)}");
                continue;
            }

            var failure = await RunAsync(step).ConfigureAwait(false);
            _succeeded[step.Name] = failure is null;
            if (failure is not null)
            {
                failures.Add(new(step.Name, failure));
            }
        }

        if (failures.Count > 0)
        {
            throw new PipelineFailedException(failures);
        }
    }

    private async Task<Exception?> RunAsync(PipelineStep step)
    {
        var started = time.GetTimestamp();
        try
        {
            await step.Action(new(new StepLogger(step.Name, console, logLevel)) { PipelineContext = context }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is not CommandLineException)
        {
            console.Line($"{step.Name}: failed after {Elapsed()}");
            return error;
        }

        if (step.Action != BuiltInSteps.Gather)
        {
            console.Line($"{step.Name}: done in {Elapsed()}");
        }

        return null;

        string Elapsed() => string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(started).TotalSeconds:0.0} s");
    }
}
