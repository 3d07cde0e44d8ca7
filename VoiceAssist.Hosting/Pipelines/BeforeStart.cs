using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Pipelines;

/// <summary>What happens in either mode before the app starts or the requested step runs.</summary>
internal static class BeforeStart
{
    /// <summary>Publishes <see cref="BeforeStartEvent"/>, then runs <see cref="WellKnownPipelineSteps.BeforeStart"/> with all it depends on.</summary>
    /// <returns>The executor, for further steps.</returns>
    /// <exception cref="PipelineFailedException">A step failed.</exception>
    /// <exception cref="DistributedApplicationException">The pipeline is wrong.</exception>
    public static async Task<PipelineExecutor> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var model = services.GetRequiredService<DistributedApplicationModel>();
        await services.GetRequiredService<IDistributedApplicationEventing>()
            .PublishAsync(new BeforeStartEvent(services, model), cancellationToken).ConfigureAwait(false);
        // Only now: a subscriber may have added steps.
        var graph = services.GetRequiredService<DistributedApplicationPipeline>().ToGraph();
        var console = services.GetRequiredService<PublishConsole>();
        var logLevel = services.GetRequiredService<PublishRequest>().LogLevel;
        var context = new PipelineContext(
            model,
            services.GetRequiredService<DistributedApplicationExecutionContext>(),
            services,
            new StepLogger("pipeline", console, logLevel),
            cancellationToken);
        var executor = new PipelineExecutor(graph, context, console, logLevel, services.GetRequiredService<TimeProvider>());
        await executor.RunAsync(WellKnownPipelineSteps.BeforeStart).ConfigureAwait(false);
        return executor;
    }
}
