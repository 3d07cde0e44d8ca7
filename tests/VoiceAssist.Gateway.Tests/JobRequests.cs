using System.Net;
using System.Net.Http.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Gateway.Tests;

/// <summary>What a client of the gateway does.</summary>
internal static class JobRequests
{
    /// <returns>The job's location.</returns>
    public static async Task<Uri> SubmitAsync(this HttpClient client, string text, string? traceParent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, EndpointPaths.Jobs)
        {
            Content = JsonContent.Create(new JobSubmission(text), ContractJson.Default.JobSubmission),
        };
        if (traceParent is not null)
        {
            request.Headers.Add("traceparent", traceParent);
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!;
    }

    public static Task<JobView> DoneAsync(this HttpClient client, Uri location) => Eventually.SeeAsync(
        $"{location} is done",
        async () => await client.GetFromJsonAsync(location, ContractJson.Default.JobView) is { State: JobState.Succeeded or JobState.Failed } job ? job : null);

    public static CommandResult Command(this JobView job) =>
        System.Text.Json.JsonSerializer.Deserialize(job.Result!.Value, ContractJson.Default.CommandResult)!;
}
