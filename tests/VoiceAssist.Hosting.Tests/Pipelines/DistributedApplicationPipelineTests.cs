using Aspire.Hosting.Pipelines;

namespace VoiceAssist.Hosting.Tests.Pipelines;

public class DistributedApplicationPipelineTests
{
    private readonly DistributedApplicationPipeline _pipeline = new();

    [Fact]
    public void Every_pipeline_has_the_built_in_steps() => Assert.Equal(
        ["before-start", "process-parameters", "publish-prereq", "publish", "publish-manifest"], _pipeline.ToGraph().Names);

    [Fact]
    public void Publishing_does_not_include_the_manifest() =>
        Assert.Equal(["publish"], _pipeline.ToGraph().OrderFor("publish").Select(s => s.Name));

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void A_dependency_is_one_name_or_several(object dependsOn, string[] expected)
    {
        _pipeline.AddStep("one", Nothing);
        _pipeline.AddStep("two", Nothing);
        _pipeline.AddStep("step", Nothing, dependsOn);
        Assert.Equal([.. expected, "step"], _pipeline.ToGraph().OrderFor("step").Select(s => s.Name));
    }

    public static TheoryData<object, string[]> Dependencies => new()
    {
        { "one", ["one"] },
        { new[] { "two", "one" }, ["two", "one"] },
        { new List<string> { "one" }, ["one"] },
    };

    [Fact]
    public void A_dependency_of_another_type_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => _pipeline.AddStep("step", Nothing, requiredBy: 7));
        Assert.StartsWith("requiredBy must be a string or a sequence of strings, not Int32.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_step_of_the_same_name_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _pipeline.AddStep("publish", Nothing));
        Assert.Contains("'publish' has already been added", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_can_be_told_its_dependencies_after_it_was_added()
    {
        var late = new PipelineStep { Name = "late", Action = Nothing };
        _pipeline.AddStep(late);
        late.DependsOn("publish-manifest");
        Assert.Equal(["publish-manifest", "late"], _pipeline.ToGraph().OrderFor("late").Select(s => s.Name));
    }

    private static Task Nothing(PipelineStepContext context) => Task.CompletedTask;
}
