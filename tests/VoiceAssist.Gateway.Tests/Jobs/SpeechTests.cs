using System.Net;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Tests.Jobs.Submitting;

namespace VoiceAssist.Gateway.Tests.Jobs;

public class SpeechTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Theory]
    [InlineData("audio/wav")]
    [InlineData("audio/wav, application/json;q=0.5")]
    [InlineData("application/json;q=0.5, audio/wav;q=0.9, */*;q=0.1")]
    public async Task Whoever_accepts_speech_gets_the_answer_as_speech(string accepted)
    {
        var speech = Recordings.OfLength(1_000);
        var location = await SpokenAsync(speech);

        using var response = await GetAsync(location, accepted);

        Assert.Equal((HttpStatusCode.OK, "audio/wav"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(speech, await response.Content.ReadAsByteArrayAsync());
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/json, audio/wav")]
    [InlineData("application/json, audio/wav;q=0.5")]
    [InlineData("text/html")]
    [InlineData("no media type")]
    public async Task Everybody_else_gets_JSON(string? accepted)
    {
        using var response = await GetAsync(await SpokenAsync(Recordings.OfLength(1_000)), accepted);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("queued", "yet")]
    [InlineData("running", "yet")]
    [InlineData("succeeded", "no spoken answer:")]
    [InlineData("failed", "no spoken answer:")]
    public async Task Without_speech_the_answer_says_why(string state, string reason)
    {
        var location = await (await gateway.ClientAsync()).SubmitAsync("what time is it");
        await gateway.ExecuteAsync("update jobs set state = $2 where id = $1", location.Id(), state);

        Assert.Contains(reason, await Problem.DetailAsync(await GetAsync(location, "audio/wav"), 406), StringComparison.Ordinal);
    }

    private async Task<Uri> SpokenAsync(byte[] speech)
    {
        var location = await (await gateway.ClientAsync()).SubmitAsync("what time is it");
        await gateway.ExecuteAsync("insert into job_files (job_id, name, content_type, content) values ($1, $2, 'audio/wav', $3)",
            location.Id(), JobFileNames.Speech, speech);
        return location;
    }

    private async Task<HttpResponseMessage> GetAsync(Uri location, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, location);
        request.Headers.TryAddWithoutValidation("Accept", accepted);
        return await (await gateway.ClientAsync()).SendAsync(request);
    }
}
