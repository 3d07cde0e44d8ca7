using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>What all steps of a run share.</summary>
/// <param name="model">The app model.</param>
/// <param name="executionContext">Publish mode's context.</param>
/// <param name="serviceProvider">The app host's services.</param>
/// <param name="logger">Writes to the console.</param>
/// <param name="cancellationToken">Ends the run early.</param>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public sealed class PipelineContext(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    IServiceProvider serviceProvider,
    ILogger logger,
    CancellationToken cancellationToken)
{
    /// <summary>The app model.</summary>
    public DistributedApplicationModel Model { get; } = model;

    /// <summary>Publish mode's context.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The app host's services.</summary>
    public IServiceProvider Services { get; } = serviceProvider;

    /// <summary>Writes to the console.</summary>
    public ILogger Logger { get; } = logger;

    /// <summary>Ends the run early.</summary>
    public CancellationToken CancellationToken { get; set; } = cancellationToken;
}
