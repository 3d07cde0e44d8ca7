namespace Aspire.Hosting.Pipelines;

/// <summary>Steps and what each depends on, <see cref="PipelineStep.RequiredBySteps"/> included.</summary>
internal sealed class StepGraph
{
    private readonly Dictionary<string, PipelineStep> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _dependencies = new(StringComparer.Ordinal);

    /// <exception cref="DistributedApplicationException">Two steps have one name, or a step refers to one that does not exist.</exception>
    public StepGraph(IReadOnlyCollection<PipelineStep> steps)
    {
        foreach (var step in steps)
        {
            if (!_steps.TryAdd(step.Name, step))
            {
                throw new DistributedApplicationException($"There are two pipeline steps of the name '{step.Name}'.");
            }
        }

        foreach (var step in steps)
        {
            _dependencies[step.Name] = [.. step.DependsOnSteps.Distinct().Select(name => Known(step, "depends on", name))];
        }

        foreach (var step in steps)
        {
            foreach (var dependents in step.RequiredBySteps.Select(name => _dependencies[Known(step, "is required by", name)]))
            {
                if (!dependents.Contains(step.Name))
                {
                    dependents.Add(step.Name);
                }
            }
        }
    }

    /// <summary>The names of all steps, in the order in which they were added.</summary>
    public IReadOnlyCollection<string> Names => _steps.Keys;

    /// <summary>The names of the steps that must have succeeded before this one runs.</summary>
    public IReadOnlyList<string> DependenciesOf(PipelineStep step) => _dependencies[step.Name];

    /// <summary>A step and all it depends on, every step after its dependencies.</summary>
    /// <exception cref="DistributedApplicationException">The dependencies form a cycle.</exception>
    public IReadOnlyList<PipelineStep> OrderFor(string name) => Order([name]);

    /// <summary>All steps, every step after its dependencies.</summary>
    /// <exception cref="DistributedApplicationException">The dependencies form a cycle.</exception>
    public IReadOnlyList<PipelineStep> Order() => Order(Names);

    private List<PipelineStep> Order(IEnumerable<string> names)
    {
        var order = new List<PipelineStep>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var name in names)
        {
            Visit(name);
        }

        return order;

        void Visit(string name)
        {
            if (path.IndexOf(name) is >= 0 and var start)
            {
                throw new DistributedApplicationException(
                    $"The dependencies of pipeline steps form a cycle: {string.Join(" → ", path.Skip(start).Append(name))} (→ means 'depends on').");
            }

            if (!done.Add(name))
            {
                return;
            }

            path.Add(name);
            foreach (var dependency in _dependencies[name])
            {
                Visit(dependency);
            }

            path.RemoveAt(path.Count - 1);
            order.Add(_steps[name]);
        }
    }

    private string Known(PipelineStep step, string relation, string name) => _steps.ContainsKey(name)
        ? name
        : throw new DistributedApplicationException(
            $"Pipeline step '{step.Name}' {relation} the unknown step '{name}'. Known steps: {string.Join(", ", Names)}.");
}
