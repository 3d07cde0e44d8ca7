using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Publishing;

/// <summary>What an app host does in publish mode.</summary>
internal static class PublishRunner
{
    /// <summary>Does what the services' <see cref="PublishRequest"/> asks for; failures are reported on the services' <see cref="PublishConsole"/>.</summary>
    /// <returns>The process's exit code, one of <see cref="PublishExitCode"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var console = services.GetRequiredService<PublishConsole>();
        var details = false;
        try
        {
            details = services.GetRequiredService<PublishRequest>().IncludeExceptionDetails;
            await ExecuteAsync(services, cancellationToken).ConfigureAwait(false);
            return PublishExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Error("Cancelled.");
            return PublishExitCode.Cancelled;
        }
        catch (CommandLineException error)
        {
            console.Error(error.Message);
            return PublishExitCode.WrongUsage;
        }
        catch (Exception error)
        {
            console.Error(details ? error.ToString() : error.Message);
            return PublishExitCode.Failed;
        }
    }

    /// <summary>Does what the services' <see cref="PublishRequest"/> asks for.</summary>
    /// <exception cref="DistributedApplicationException">A step failed, or the command line is wrong.</exception>
    public static async Task ExecuteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var request = services.GetRequiredService<PublishRequest>();
        var graph = services.GetRequiredService<DistributedApplicationPipeline>().ToGraph();
        var step = request.Step;
        if (step is not null && !graph.Names.Contains(step))
        {
            throw new CommandLineException($"Step '{step}' is not in the pipeline. Known steps: {string.Join(", ", graph.Names)}.");
        }

        if (request.ListSteps)
        {
            StepList.Print(graph, step, services.GetRequiredService<PublishConsole>());
            return;
        }

        if (step is null)
        {
            throw new CommandLineException(
                $"Publishing needs '--step NAME' (or '--publisher manifest'). Known steps: {string.Join(", ", graph.Names)}.");
        }

        var executor = await BeforeStart.RunAsync(services, cancellationToken).ConfigureAwait(false);
        await executor.RunAsync(step).ConfigureAwait(false);
    }
}
