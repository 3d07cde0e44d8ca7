using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs.Following;

public class EventTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    [Fact]
    public async Task Every_step_comes_as_it_happens_until_the_job_ends()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");
        using var response = await FollowAsync(location);
        await using var changes = Changes(response).GetAsyncEnumerator();

        Assert.True(await changes.MoveNextAsync());
        Assert.Equal((1, JobState.Queued), (changes.Current.Sequence, changes.Current.State));
        using var cancelled = await client.DeleteAsync(location);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal((2, JobState.Cancelled), (changes.Current.Sequence, changes.Current.State));
        Assert.False(await changes.MoveNextAsync());
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_stream_opens_at_once_even_when_nothing_is_new()
    {
        var location = await (await gateway.ClientAsync()).SubmitAsync("lights on");

        using var response = await FollowAsync(location, lastEventId: "1");

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("event: heartbeat", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_client_that_lost_its_stream_resumes_after_the_last_event_it_saw()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");
        using (var first = await FollowAsync(location))
        {
            await using var seen = Changes(first).GetAsyncEnumerator();
            Assert.True(await seen.MoveNextAsync());
        }

        using var cancelled = await client.DeleteAsync(location);
        using var second = await FollowAsync(location, lastEventId: "1");

        Assert.Equal([2], await Changes(second).Select(change => change.Sequence).ToListAsync());
    }

    [Fact]
    public async Task A_client_that_has_seen_the_end_is_told_not_to_come_back()
    {
        var client = await gateway.ClientAsync();
        var location = await client.SubmitAsync("lights on");
        using var cancelled = await client.DeleteAsync(location);

        using var response = await FollowAsync(location, lastEventId: "2");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task An_id_that_no_event_has_is_refused(string lastEventId) => await Problem.IsAsync(
        await FollowAsync(await (await gateway.ClientAsync()).SubmitAsync("lights on"), lastEventId), 400);

    private static IAsyncEnumerable<JobEvent> Changes(HttpResponseMessage response) =>
        SseParser.Create(response.Content.ReadAsStream(), (_, data) => data.ToArray()).EnumerateAsync()
            .Where(item => item.EventType == "state")
            .Select(item => JsonSerializer.Deserialize(item.Data, ContractJson.Default.JobEvent)!);

    private async Task<HttpResponseMessage> FollowAsync(Uri location, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{location}/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        return await (await gateway.ClientAsync()).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
