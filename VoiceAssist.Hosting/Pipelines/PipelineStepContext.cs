using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>What a step is given.</summary>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public sealed class PipelineStepContext
{
    internal PipelineStepContext(PipelineContext pipelineContext, ILogger logger) => (PipelineContext, Logger) = (pipelineContext, logger);

    /// <summary>What the step shares with the others.</summary>
    public PipelineContext PipelineContext { get; }

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
