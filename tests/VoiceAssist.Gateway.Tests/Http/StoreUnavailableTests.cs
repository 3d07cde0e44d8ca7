using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests.Http;

public class StoreUnavailableTests
{
    [Fact]
    public async Task Without_Postgres_nothing_is_accepted_and_the_client_may_try_again()
    {
        await using var gateway = await Workload.StartAsync("VoiceAssist.Gateway",
            $"Host=127.0.0.1;Port={Loopback.FreePort()};Username=somebody;Password=secret-word;Database=none", $"127.0.0.1:{Loopback.FreePort()}");

        using var response = await gateway.Client.PostAsJsonAsync(
            EndpointPaths.Jobs, new JobSubmission("what time is it"), ContractJson.Default.JobSubmission);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("The service cannot reach its database. Try again shortly.", problem.GetProperty("detail").GetString());
        Assert.DoesNotContain("secret-word", gateway.Output, StringComparison.Ordinal);
    }
}
