using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.Pipelines;

/// <summary>A piece of work in publish mode.</summary>
[Experimental("ASPIREPIPELINES001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
[DebuggerDisplay("{Name,nq}")]
public class PipelineStep
{
    /// <summary>The step's name, as given to <c>--step</c>; unique, case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>What the step is for, in one sentence.</summary>
    public string? Description { get; init; }

    /// <summary>What the step does.</summary>
    public required Func<PipelineStepContext, Task> Action { get; init; }

    /// <summary>The names of steps that run before this one.</summary>
    public List<string> DependsOnSteps { get; init; } = [];

    /// <summary>The names of steps that need this one.</summary>
    public List<string> RequiredBySteps { get; init; } = [];

    /// <summary>Lets another step run before this one.</summary>
    public void DependsOn(string stepName) => DependsOnSteps.Add(stepName);

    /// <inheritdoc cref="DependsOn(string)"/>
    public void DependsOn(PipelineStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        DependsOnSteps.Add(step.Name);
    }

    /// <summary>Lets this step run before another one.</summary>
    public void RequiredBy(string stepName) => RequiredBySteps.Add(stepName);

    /// <inheritdoc cref="RequiredBy(string)"/>
    public void RequiredBy(PipelineStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        RequiredBySteps.Add(step.Name);
    }
}
