using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using static Aspire.Hosting.ApplicationModel.ResourceCommandState;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class LifecycleCommandsTests
{
    [Theory]
    [InlineData(null, Enabled, Hidden, Disabled)]
    [InlineData("NotStarted", Enabled, Hidden, Disabled)]
    [InlineData("Waiting", Enabled, Hidden, Disabled)]
    [InlineData("Starting", Disabled, Hidden, Disabled)]
    [InlineData("Building", Disabled, Hidden, Disabled)]
    [InlineData("Running", Hidden, Enabled, Enabled)]
    [InlineData("RuntimeUnhealthy", Hidden, Enabled, Enabled)]
    [InlineData("Stopping", Hidden, Disabled, Disabled)]
    [InlineData("Exited", Enabled, Hidden, Disabled)]
    [InlineData("Finished", Enabled, Hidden, Disabled)]
    [InlineData("FailedToStart", Enabled, Hidden, Disabled)]
    [InlineData("Unknown", Enabled, Hidden, Disabled)]
    public void The_state_of_a_resource_decides_which_commands_it_offers(string? state, ResourceCommandState start, ResourceCommandState stop, ResourceCommandState restart)
    {
        var resource = new ContainerResource("web");
        resource.Annotations.Add(InstanceNames.Create(resource, "0123456789"));
        using var runner = new ResourceRunner(resource, new(null!, null!, null!, null!, null!, null!, null!, null, null!, TimeProvider.System));
        LifecycleCommands.AddTo(runner);
        var context = new UpdateCommandStateContext
        {
            ResourceSnapshot = new() { ResourceType = "Container", Properties = [], State = state },
            ServiceProvider = new ServiceCollection().BuildServiceProvider(),
        };
        Assert.Equal(
            [("start", start), ("stop", stop), ("restart", restart)],
            resource.Annotations.OfType<ResourceCommandAnnotation>().Select(c => (c.Name, c.UpdateState(context))));
    }
}
