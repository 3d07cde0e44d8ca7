using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VoiceAssist.Contracts;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>What a client of the gateway does.</summary>
internal static class JobRequests
{
    /// <returns>The job's location.</returns>
    public static async Task<Uri> SubmitAsync(this HttpClient gateway, string text)
    {
        using var response = await gateway.PostAsync(text);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>Submits until it is accepted: while Postgres is away the gateway refuses.</summary>
    /// <returns>The job's location.</returns>
    public static Task<Uri> SubmitPersistentlyAsync(this HttpClient gateway, string text) => Eventually.SeeAsync(
        "a job is accepted",
        async () =>
        {
            using var response = await gateway.PostAsync(text);
            return response.StatusCode == HttpStatusCode.Accepted ? response.Headers.Location : null;
        });

    public static Task<JobView> DoneAsync(this HttpClient gateway, Uri location) => Eventually.SeeAsync(
        $"{location} is done",
        async () => await gateway.GetFromJsonAsync(location, ContractJson.Default.JobView) is { State: JobState.Succeeded or JobState.Failed } job ? job : null);

    /// <summary>Submits a command and waits for the answer.</summary>
    public static async Task<string> AnswerAsync(this HttpClient gateway, string text)
    {
        var job = await gateway.DoneAsync(await gateway.SubmitPersistentlyAsync(text));
        Assert.Equal(JobState.Succeeded, job.State);
        return JsonSerializer.Deserialize(job.Result!.Value, ContractJson.Default.CommandResult)!.Answer;
    }

    private static async Task<HttpResponseMessage> PostAsync(this HttpClient gateway, string text)
    {
        using var content = JsonContent.Create(new JobSubmission(text), ContractJson.Default.JobSubmission);
        return await gateway.PostAsync(new Uri(EndpointPaths.Jobs, UriKind.Relative), content);
    }
}
