using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.Pipelines;

/// <summary>The steps of a publish.</summary>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public interface IDistributedApplicationPipeline
{
    /// <summary>Adds a step.</summary>
    /// <param name="name">Its name, as given to <c>--step</c>.</param>
    /// <param name="action">What it does.</param>
    /// <param name="dependsOn">The name, or names, of steps that run before it.</param>
    /// <param name="requiredBy">The name, or names, of steps that need it.</param>
    void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null);
}
