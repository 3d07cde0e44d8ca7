using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Hosting.Publishing;

/// <summary>Registers what publish mode needs.</summary>
internal static class PublishingServiceCollectionExtensions
{
    /// <summary>
    /// Registers the pipeline, its output and the request that the configuration makes. The app's model, events, execution
    /// context and configuration are the builder's to register.
    /// </summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services, DistributedApplicationPipeline pipeline)
    {
        services.AddSingleton(pipeline);
        services.AddSingleton<IDistributedApplicationPipeline>(pipeline);
        services.TryAddSingleton<IPipelineOutputService, PipelineOutputService>();
        services.TryAddSingleton(provider => PublishRequest.FromConfiguration(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(_ => PublishConsole.ForProcess());
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
