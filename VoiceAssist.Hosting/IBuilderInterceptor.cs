using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Takes part in what an app host's entry point does with its builder.</summary>
internal interface IBuilderInterceptor
{
    /// <summary>The builder that the entry point gets.</summary>
    DistributedApplicationBuilder Create(DistributedApplicationOptions options);

    /// <summary>The model is complete. The app is built when this returns.</summary>
    void Building(DistributedApplicationBuilder builder);

    /// <summary>The app that the entry point gets.</summary>
    DistributedApplication Built(IHost host);
}
