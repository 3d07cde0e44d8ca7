using Aspire.Hosting;
using Aspire.Hosting.Pipelines;
using CsCheck;

namespace VoiceAssist.Hosting.Tests.Pipelines;

public class StepGraphTests
{
    [Fact]
    public void A_step_comes_after_all_it_depends_on_directly_or_not() =>
        Assert.Equal(["c", "b", "a"], Order("a", Step("a", ["b"]), Step("b", ["c"]), Step("c"), Step("other")));

    [Fact]
    public void A_step_that_another_one_needs_comes_before_it() =>
        Assert.Equal(["a", "b"], Order("b", Step("a", requiredBy: ["b"]), Step("b")));

    [Fact]
    public void A_step_that_many_depend_on_comes_once() =>
        Assert.Equal(["d", "b", "c", "a"], Order("a", Step("a", ["b", "c"]), Step("b", ["d"]), Step("c", ["d"]), Step("d")));

    [Fact]
    public void A_dependency_that_is_told_from_both_ends_counts_once()
    {
        var a = Step("a", ["b"]);
        Assert.Equal(["b"], new StepGraph([a, Step("b", requiredBy: ["a"])]).DependenciesOf(a));
    }

    [Fact]
    public void The_steps_themselves_are_left_as_they_were()
    {
        var publish = Step("publish");
        _ = new StepGraph([publish, Step("a", requiredBy: ["publish"])]);
        Assert.Empty(publish.DependsOnSteps);
    }

    [Fact]
    public void An_unknown_dependency_is_an_error_that_names_both_and_the_known_ones()
    {
        var error = Assert.Throws<DistributedApplicationException>(() => new StepGraph([Step("a", ["x"]), Step("b")]));
        Assert.Equal("Pipeline step 'a' depends on the unknown step 'x'. Known steps: a, b.", error.Message);
    }

    [Fact]
    public void An_unknown_dependent_is_an_error_that_names_both_and_the_known_ones()
    {
        var error = Assert.Throws<DistributedApplicationException>(() => new StepGraph([Step("a", requiredBy: ["deploy"])]));
        Assert.Equal("Pipeline step 'a' is required by the unknown step 'deploy'. Known steps: a.", error.Message);
    }

    [Fact]
    public void A_cycle_is_an_error_that_names_it_alone()
    {
        var graph = new StepGraph([Step("start", ["a"]), Step("a", ["b"]), Step("b", ["c"]), Step("c", ["a"])]);
        var error = Assert.Throws<DistributedApplicationException>(() => graph.OrderFor("start"));
        Assert.Contains("cycle: a → b → c → a ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_depends_on_itself_is_a_cycle() =>
        Assert.Throws<DistributedApplicationException>(() => Order("a", Step("a", ["a"])));

    [Fact]
    public void A_cycle_elsewhere_does_not_matter() =>
        Assert.Equal(["a"], Order("a", Step("a"), Step("b", ["c"]), Step("c", ["b"])));

    [Fact]
    public void In_any_acyclic_graph_every_step_follows_its_dependencies() => Gen.Int[0, 3].Array[0, 12].Array[1, 12].Sample(edges =>
    {
        // Step i depends on earlier ones only, so there is no cycle; names are reversed so that the order is not given away.
        var steps = edges.Select((targets, i) => Step($"s{edges.Length - i}", [.. targets.Where(t => t < i).Select(t => $"s{edges.Length - t}")])).ToArray();
        var graph = new StepGraph([.. steps.Reverse()]);
        var order = graph.Order();
        Assert.Equal(steps.Length, order.Count);
        Assert.All(order, (step, i) => Assert.All(graph.DependenciesOf(step), d => Assert.Contains(d, order.Take(i).Select(s => s.Name))));
    });

    private static IEnumerable<string> Order(string target, params PipelineStep[] steps) => new StepGraph(steps).OrderFor(target).Select(s => s.Name);

    private static PipelineStep Step(string name, string[]? dependsOn = null, string[]? requiredBy = null) => new()
    {
        Name = name,
        Action = static _ => Task.CompletedTask,
        DependsOnSteps = [.. dependsOn ?? []],
        RequiredBySteps = [.. requiredBy ?? []],
    };
}
