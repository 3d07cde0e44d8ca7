using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>What a step is given.</summary>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public sealed class PipelineStepContext
{
    internal PipelineStepContext(ILogger logger) => Logger = logger;

    /// <summary>What the step shares with the others.</summary>
    public required PipelineContext PipelineContext { get; init; }

    /// <summary>The app model.</summary>
    public DistributedApplicationModel Model => PipelineContext.Model;

    /// <summary>Publish mode's context.</summary>
    public DistributedApplicationExecutionContext ExecutionContext => PipelineContext.ExecutionContext;

    /// <summary>The app host's services.</summary>
    public IServiceProvider Services => PipelineContext.Services;

    /// <summary>Writes the step's progress to the console.</summary>
    public ILogger Logger { get; }

    /// <summary>Ends the step early.</summary>
    public CancellationToken CancellationToken => PipelineContext.CancellationToken;
}
