using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Tests.Health;

namespace VoiceAssist.Hosting.Tests.State;

public class WithCommandTests
{
    private readonly ModelBuilder<TestResource> _builder = new(new("r"));

    [Fact]
    public void A_command_is_enabled_unless_it_says_otherwise()
    {
        _builder.WithCommand("do", "Do", Succeed, commandOptions: null);

        Assert.Equal(ResourceCommandState.Enabled, Command.UpdateState(new()
        {
            ResourceSnapshot = new() { ResourceType = "T", Properties = [] },
            ServiceProvider = _builder.Services.BuildServiceProvider(),
        }));
    }

    [Fact]
    public void What_is_said_of_a_command_is_kept()
    {
        _builder.WithCommand("do", "Do", Succeed, new CommandOptions
        {
            Description = "Does it",
            ConfirmationMessage = "Sure?",
            IconName = "Play",
            IconVariant = IconVariant.Filled,
            IsHighlighted = true,
            UpdateState = _ => ResourceCommandState.Hidden,
        });

        Assert.Equal(
            ("do", "Do", "Does it", "Sure?", "Play", IconVariant.Filled, true),
            (Command.Name, Command.DisplayName, Command.DisplayDescription, Command.ConfirmationMessage, Command.IconName, Command.IconVariant, Command.IsHighlighted));
    }

    [Fact]
    public void A_command_replaces_the_one_of_the_same_name()
    {
        _builder.WithCommand("do", "First", Succeed).WithCommand("do", "Second", Succeed);

        Assert.Equal("Second", Command.DisplayName);
    }

    private ResourceCommandAnnotation Command => Assert.Single(_builder.Resource.Annotations.OfType<ResourceCommandAnnotation>());

    private static Task<ExecuteCommandResult> Succeed(ExecuteCommandContext context) => Task.FromResult(CommandResults.Success());
}
