using Microsoft.Extensions.Configuration;
using VoiceAssist.AppHost.Rehearsal;

namespace VoiceAssist.AppHost.Tests.Rehearsal;

public sealed class RehearsalOptionsTests
{
    [Theory]
    [InlineData("autoscale=true", "dev", 1)]
    [InlineData("autoscale=True speed=10 target=staging", "staging", 10)]
    public void Switches_choose_environment_and_speed(string switches, string environment, double speed) =>
        Assert.Equal(new RehearsalOptions(environment, speed), RehearsalOptions.Parse(Configuration(switches)));

    [Theory]
    [InlineData("")]
    [InlineData("autoscale=false speed=10")]
    public void Without_the_switch_there_is_no_rehearsal(string switches) => Assert.Null(RehearsalOptions.Parse(Configuration(switches)));

    [Theory]
    [InlineData("autoscale=yes", "--autoscale 'yes' is not known. Allowed: true, false.")]
    [InlineData("autoscale=true speed=0.5", "--speed '0.5' is not allowed. Allowed: 1 to 100")]
    [InlineData("autoscale=true speed=fast", "--speed 'fast' is not allowed")]
    public void Other_values_are_refused_with_what_is_allowed(string switches, string message) =>
        Assert.Contains(message, Assert.Throws<DistributedApplicationException>(() => RehearsalOptions.Parse(Configuration(switches))).Message, StringComparison.Ordinal);

    private static IConfiguration Configuration(string switches) => new ConfigurationBuilder()
        .AddInMemoryCollection(switches.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=')).Select(p => KeyValuePair.Create(p[0], (string?)p[1])))
        .Build();
}
