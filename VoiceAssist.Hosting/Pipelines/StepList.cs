using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Pipelines;

/// <summary>The answer to <c>--list-steps true</c>.</summary>
internal static class StepList
{
    /// <summary>Prints steps in the order in which they would run, each with what it depends on.</summary>
    /// <param name="graph">The steps.</param>
    /// <param name="target">The step to print with all it depends on; null for every step.</param>
    /// <param name="console">Where to print.</param>
    public static void Print(StepGraph graph, string? target, PublishConsole console)
    {
        foreach (var step in target is null ? graph.Order() : graph.OrderFor(target))
        {
            var dependencies = graph.DependenciesOf(step);
            console.Line(dependencies.Count == 0 ? step.Name : $"{step.Name} (after {string.Join(", ", dependencies)})");
            if (step.Description is { Length: > 0 } description)
            {
                console.Line($"    {description}");
            }
        }
    }
}
