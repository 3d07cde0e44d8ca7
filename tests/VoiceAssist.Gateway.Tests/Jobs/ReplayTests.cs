using System.Net;
using System.Net.Http.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs;

public class ReplayTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Fact]
    public async Task A_failed_job_waits_again_under_its_id()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");
        await gateway.ExecuteAsync("update jobs set state = 'failed', attempts = 5, reason = 'It broke.' where id = $1", location.Id());

        using var response = await client.PostAsync(Replay(location), null);

        var job = await response.Content.ReadFromJsonAsync(ContractJson.Default.JobView);
        Assert.Equal((HttpStatusCode.Accepted, location.Id(), JobState.Queued), (response.StatusCode, job!.Id, job.State));
        Assert.Null(job.Reason);
    }

    [Fact]
    public async Task A_job_that_has_not_failed_cannot_be_replayed()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");

        Assert.Contains("queued", await Problem.DetailAsync(await client.PostAsync(Replay(location), null), 409), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_not_there_cannot_be_replayed()
    {
        var client = await gateway.ClientAsync();
        using var response = await client.PostAsync(Replay(new($"{EndpointPaths.Jobs}/{Guid.NewGuid()}", UriKind.Relative)), null);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Uri Replay(Uri job) => new($"{job}/replay", UriKind.RelativeOrAbsolute);
}
