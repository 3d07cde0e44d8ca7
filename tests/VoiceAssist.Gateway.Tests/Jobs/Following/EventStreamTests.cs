using System.Net.ServerSentEvents;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Jobs.Following;

namespace VoiceAssist.Gateway.Tests.Jobs.Following;

public sealed class EventStreamTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<JobEvent> _changes = Channel.CreateUnbounded<JobEvent>();

    [Fact]
    public async Task Silence_is_broken_by_heartbeats()
    {
        await using var items = await OpenAsync();

        for (var i = 0; i < 3; i++)
        {
            var next = items.MoveNextAsync().AsTask();
            _time.Advance(EventStream.Silence);
            Assert.True(await next);
            Assert.Equal(("heartbeat", null), (items.Current.EventType, items.Current.EventId));
        }
    }

    [Fact]
    public async Task A_change_carries_its_number_as_the_items_id()
    {
        await using var items = await OpenAsync();

        await _changes.Writer.WriteAsync(new JobEvent(7, DateTimeOffset.UnixEpoch, JobState.Running, 1, null));

        Assert.True(await items.MoveNextAsync());
        Assert.Equal(
            ("state", "7", """{"sequence":7,"at":"1970-01-01T00:00:00+00:00","state":"running","attempt":1}"""),
            (items.Current.EventType, items.Current.EventId, items.Current.Data));
    }

    [Fact]
    public async Task The_stream_ends_when_the_gateway_stops()
    {
        await using var items = await OpenAsync();
        var next = items.MoveNextAsync().AsTask();

        await _stop.CancelAsync();

        Assert.False(await next);
    }

    [Fact]
    public async Task The_stream_ends_when_the_record_cannot_be_read_for_the_client_resumes()
    {
        await using var items = await OpenAsync();

        _changes.Writer.Complete(new NpgsqlException("away"));

        Assert.False(await items.MoveNextAsync());
    }

    [Fact]
    public async Task A_client_that_goes_in_the_middle_of_a_silence_leaves_nothing_behind()
    {
        var items = await OpenAsync();
        var next = items.MoveNextAsync().AsTask();
        _time.Advance(EventStream.Silence);
        Assert.True(await next);

        await items.DisposeAsync();

        Assert.Equal(0, _changes.Reader.Count);
    }

    public void Dispose() => _stop.Dispose();

    /// <returns>The stream after its opening heartbeat.</returns>
    private async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync()
    {
        var items = EventStream.OfAsync(_changes.Reader.ReadAllAsync, _time, _stop.Token).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(("heartbeat", TimeSpan.FromSeconds(1)), (items.Current.EventType, items.Current.ReconnectionInterval));
        return items;
    }
}
