using System.Net;
using System.Net.Http.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs;

public class CancelTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Fact]
    public async Task A_job_that_waits_is_cancelled_at_once_however_often_that_is_asked()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");

        for (var i = 0; i < 2; i++)
        {
            using var response = await client.DeleteAsync(location);
            var job = await response.Content.ReadFromJsonAsync(ContractJson.Default.JobView);
            Assert.Equal((HttpStatusCode.OK, JobState.Cancelled), (response.StatusCode, job!.State));
        }
    }

    [Fact]
    public async Task The_worker_of_a_running_job_is_asked_to_stop()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");
        await gateway.ExecuteAsync("update jobs set state = 'running', attempts = 1 where id = $1", location.Id());

        using var response = await client.DeleteAsync(location);

        var job = await response.Content.ReadFromJsonAsync(ContractJson.Default.JobView);
        Assert.Equal((HttpStatusCode.Accepted, JobState.Running), (response.StatusCode, job!.State));
        Assert.NotNull(job.CancelRequestedAt);
    }

    [Fact]
    public async Task A_job_that_has_ended_cannot_be_cancelled()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");
        await gateway.ExecuteAsync("update jobs set state = 'succeeded', result = '{}' where id = $1", location.Id());

        Assert.Contains("succeeded", await Problem.DetailAsync(await client.DeleteAsync(location), 409), StringComparison.Ordinal);
    }
}
