using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ResourceCollectionTests
{
    private readonly ResourceCollection _resources = [new ContainerResource("cache"), new ProjectResource("api")];

    [Theory]
    [InlineData("cache")]
    [InlineData("CACHE")]
    public void A_name_can_be_taken_only_once(string name)
    {
        var error = Assert.Throws<DistributedApplicationException>(() => _resources.Add(new ProjectResource(name)));
        Assert.Equal(
            $"Cannot add resource of type '{typeof(ProjectResource)}' with name '{name}' because resource of type '{typeof(ContainerResource)}' with that name already exists. Resource names are case-insensitive.",
            error.Message);
    }

    [Fact]
    public void A_resource_may_take_the_place_of_its_namesake()
    {
        _resources[0] = new ExecutableResource("Cache", "redis-server", "/");
        Assert.Equal("Cache", _resources[0].Name);
    }

    [Fact]
    public void A_resource_may_not_take_another_ones_place_under_a_name_that_is_taken() =>
        Assert.Throws<DistributedApplicationException>(() => _resources[0] = new ContainerResource("api"));

    [Fact]
    public void A_resource_is_found_whatever_the_case_of_its_name()
    {
        Assert.True(_resources.TryGetByName("API", out var found));
        Assert.Equal("api", found.Name);
        Assert.False(_resources.TryGetByName("web", out _));
    }
}
