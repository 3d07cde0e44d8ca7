using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Gateway.Tests.Http;

/// <summary>What a client learns of a fault of ours: that there is one.</summary>
public class FaultTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Fact]
    public async Task An_internal_error_tells_nothing_of_the_inside_and_is_logged()
    {
        var workload = await gateway.WorkloadAsync();
        await gateway.ExecuteAsync("alter table jobs rename column reason to excuse");

        var problem = await Problem.IsAsync(await workload.Client.GetAsync(new Uri(EndpointPaths.Jobs, UriKind.Relative)), 500);

        Assert.Equal(["status", "title", "type"], problem.EnumerateObject().Select(member => member.Name).Where(name => name != "traceId").Order(StringComparer.Ordinal));
        await Eventually.BeAsync("the reason is logged", () => Task.FromResult(
            workload.Output.Contains("\"reason\" does not exist", StringComparison.Ordinal)), () => workload.Output);
    }
}
