using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.ServiceDefaults.Shutdown;

namespace VoiceAssist.ServiceDefaults.Tests.Shutdown;

public class ShutdownOptionsTests
{
    [Theory]
    [InlineData("Development", true, 0, 2)]
    [InlineData("Development", false, 0, 2)]
    [InlineData("Production", true, 5, 20)]
    [InlineData("Production", false, 0, 20)]
    [InlineData("Staging", true, 5, 20)]
    public void A_web_app_drains_outside_Development_and_a_worker_never(string environment, bool web, int drainSeconds, int inFlightSeconds)
    {
        var options = Build(environment, web).GetRequiredService<ShutdownOptions>();

        Assert.Equal((drainSeconds, inFlightSeconds), ((int)options.DrainDelay.TotalSeconds, (int)options.InFlight.TotalSeconds));
    }

    [Fact]
    public void The_host_waits_for_all_phases_together()
    {
        var services = Build("Production", web: true);

        Assert.Equal(ShutdownBudget.Total, services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Fact]
    public void Configuration_may_say_otherwise()
    {
        var options = Build("Production", web: true, ("Shutdown:DrainDelay", "00:00:12")).GetRequiredService<ShutdownOptions>();

        Assert.Equal(TimeSpan.FromSeconds(12), options.DrainDelay);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:00:01")]
    public void What_is_no_duration_is_refused_with_its_place(string given)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Build("Production", web: true, ("Shutdown:DrainDelay", given)));

        Assert.Contains("Shutdown:DrainDelay", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{given}'", refused.Message, StringComparison.Ordinal);
    }

    private static IServiceProvider Build(string environment, bool web, params (string Key, string Value)[] configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(configuration.ToDictionary(pair => pair.Key, string? (pair) => pair.Value));
        return (web ? builder.AddServiceDefaults() : builder.AddWorkerDefaults()).Build().Services;
    }
}
