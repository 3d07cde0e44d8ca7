using System.Net;
using System.Net.Http.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs.Submitting;

public class SubmitTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Fact]
    public async Task The_answer_is_the_job_and_says_where_it_lives()
    {
        using var response = await PostAsync(new JobSubmission(" lights on "));

        var job = (await response.Content.ReadFromJsonAsync(ContractJson.Default.JobView))!;
        Assert.Equal((HttpStatusCode.Accepted, $"{EndpointPaths.Jobs}/{job.Id}"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Equal((JobKinds.Command, JobState.Queued, JobPriority.Interactive, 0), (job.Kind, job.State, job.Priority, job.Attempts));
        Assert.Equal("""{"text": "lights on"}""", await gateway.ScalarAsync<string>("select payload::text from jobs where id = $1", job.Id));
    }

    [Fact]
    public async Task Priority_delay_and_speech_can_be_asked_for()
    {
        using var response = await PostAsync(new JobSubmission("lights on", Speak: true, JobPriority.Batch, DelaySeconds: 60));

        var job = (await response.Content.ReadFromJsonAsync(ContractJson.Default.JobView))!;
        Assert.Equal(JobPriority.Batch, job.Priority);
        Assert.InRange(job.DueAt - job.CreatedAt, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.True(await gateway.ScalarAsync<bool>("select speak from jobs where id = $1", job.Id));
    }

    [Fact]
    public async Task A_request_sent_again_under_its_key_is_the_same_job()
    {
        using var first = await PostAsync(new JobSubmission("lights on"), "again");
        using var second = await PostAsync(new JobSubmission("lights on"), "again");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_key_used_again_for_something_else_is_refused()
    {
        using var first = await PostAsync(new JobSubmission("lights on"), "other");

        Assert.Contains("asked for something else", await Problem.DetailAsync(await PostAsync(new JobSubmission("lights off"), "other"), 422), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task A_key_with_other_characters_is_refused(string key) =>
        await Problem.IsAsync(await PostAsync(new JobSubmission("lights on"), key), 400);

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        using var longest = await PostAsync(new JobSubmission("lights on"), new string('k', JobLimits.MaxIdempotencyKeyLength));
        Assert.Equal(HttpStatusCode.Accepted, longest.StatusCode);
        await Problem.IsAsync(await PostAsync(new JobSubmission("lights on"), new string('k', JobLimits.MaxIdempotencyKeyLength + 1)), 400);
    }

    private async Task<HttpResponseMessage> PostAsync(JobSubmission submission, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, EndpointPaths.Jobs)
        {
            Content = JsonContent.Create(submission, ContractJson.Default.JobSubmission),
        };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await (await gateway.ClientAsync()).SendAsync(request);
    }
}
