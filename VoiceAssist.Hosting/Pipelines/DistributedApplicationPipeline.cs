namespace Aspire.Hosting.Pipelines;

/// <inheritdoc cref="IDistributedApplicationPipeline"/>
internal sealed class DistributedApplicationPipeline : IDistributedApplicationPipeline
{
    private readonly List<PipelineStep> _steps = [.. BuiltInSteps.Create()];

    public void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(action);
        AddStep(new PipelineStep
        {
            Name = name,
            Action = action,
            DependsOnSteps = Names(dependsOn, nameof(dependsOn)),
            RequiredBySteps = Names(requiredBy, nameof(requiredBy)),
        });
    }

    public void AddStep(PipelineStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (_steps.Any(s => s.Name == step.Name))
        {
            throw new InvalidOperationException($"A step with the name '{step.Name}' has already been added to the pipeline.");
        }

        _steps.Add(step);
    }

    /// <summary>The steps with their dependencies, as they are now.</summary>
    /// <exception cref="DistributedApplicationException">A step refers to one that does not exist.</exception>
    public StepGraph ToGraph() => new(_steps);

    private static List<string> Names(object? steps, string parameter) => steps switch
    {
        null => [],
        string name => [name],
        IEnumerable<string> names => [.. names],
        _ => throw new ArgumentException($"{parameter} must be a string or a sequence of strings, not {steps.GetType().Name}.", parameter),
    };
}
