using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.Pipelines;

/// <summary>The steps that an app host can run in publish mode.</summary>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public interface IDistributedApplicationPipeline
{
    /// <summary>Adds a step.</summary>
    /// <param name="name">Its name, as given to <c>--step</c>.</param>
    /// <param name="action">What it does.</param>
    /// <param name="dependsOn">The name (<see cref="string"/>), or names, of steps that run before it.</param>
    /// <param name="requiredBy">The name (<see cref="string"/>), or names, of steps that need it.</param>
    /// <exception cref="InvalidOperationException">There is a step of that name already.</exception>
    /// <exception cref="ArgumentException">A dependency is neither a string nor a sequence of strings.</exception>
    void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null);

    /// <summary>Adds a step.</summary>
    /// <exception cref="InvalidOperationException">There is a step of that name already.</exception>
    void AddStep(PipelineStep step);
}
