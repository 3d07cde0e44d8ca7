using System.Net;
using System.Net.Http.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Gateway.Tests;

/// <summary>What a client of the gateway does.</summary>
internal static class JobRequests
{
    /// <returns>The job's location.</returns>
    public static async Task<Uri> SubmitAsync(this HttpClient client, string text, string? traceParent = null, ApiKeyPair? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, EndpointPaths.Jobs)
        {
            Content = JsonContent.Create(new JobSubmission(text), ContractJson.Default.JobSubmission),
        };
        request.Headers.Authorization = key?.Header;
        if (traceParent is not null)
        {
            request.Headers.Add("traceparent", traceParent);
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>Sends a request with a key.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, ApiKeyPair? key, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = key?.Header;
        return await client.SendAsync(request);
    }

    /// <returns>The id of the job at a location.</returns>
    public static Guid Id(this Uri location) => Guid.Parse(location.ToString().Split('/')[^1]);

    public static Task<JobView> DoneAsync(this HttpClient client, Uri location) => Eventually.SeeAsync(
        $"{location} is done",
        async () => await client.GetFromJsonAsync(location, ContractJson.Default.JobView) is { State: JobState.Succeeded or JobState.Failed } job ? job : null);

    public static CommandResult Command(this JobView job) =>
        System.Text.Json.JsonSerializer.Deserialize(job.Result!.Value, ContractJson.Default.CommandResult)!;
}
