using System.Net.Http.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Gateway.Tests.Limits;

public class AdmissionTests(SharedPostgres postgres)
{
    [Fact]
    public async Task While_too_many_jobs_wait_new_ones_are_told_when_to_come_again()
    {
        await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
        await using var gateway = await Workload.StartAsync(
            "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), redis.ConnectionString,
            new Dictionary<string, string?> { ["Admission__MaxDepth"] = "3", ["Admission__RetryAfter"] = "00:00:07" });
        await gateway.ReadyAsync();

        var refused = await Eventually.SeeAsync("the queue is full", async () =>
        {
            var response = await gateway.Client.PostAsJsonAsync(
                EndpointPaths.Jobs, new JobSubmission("what time is it"), ContractJson.Default.JobSubmission);
            return response.IsSuccessStatusCode ? null : response;
        });

        Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter?.Delta);
        await Problem.IsAsync(refused, 429);
    }
}
