using System.Text.Json;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpWatchStateTests
{
    private readonly DcpWatchState<Service> _state = new();

    [Fact]
    public void A_new_object_is_added_and_a_changed_one_modified()
    {
        Assert.Equal(DcpWatchEventType.Added, _state.Apply(Line("ADDED", "web", 1, "NotReady"))?.Type);
        var change = _state.Apply(Line("MODIFIED", "web", 2, "Ready"));

        Assert.Equal(DcpWatchEventType.Modified, change?.Type);
        Assert.Equal("Ready", change?.Object.Status?.State);
    }

    [Fact]
    public void A_repetition_that_differs_in_its_version_alone_is_no_change()
    {
        _state.Apply(Line("ADDED", "web", 1, "Ready"));

        Assert.Null(_state.Apply(Line("MODIFIED", "web", 2, "Ready")));
    }

    [Fact]
    public void A_deleted_object_is_reported_once_and_added_again_later()
    {
        _state.Apply(Line("ADDED", "web", 1, "Ready"));

        Assert.Equal(DcpWatchEventType.Deleted, _state.Apply(Line("DELETED", "web", 2, "Ready"))?.Type);
        Assert.Null(_state.Apply(Line("DELETED", "web", 3, "Ready")));
        Assert.Equal(DcpWatchEventType.Added, _state.Apply(Line("ADDED", "web", 4, "Ready"))?.Type);
    }

    [Theory]
    [InlineData("""{"type":"BOOKMARK","object":{"kind":"Service","metadata":{"resourceVersion":"12"}}}""")]
    [InlineData("""{"type":"ERROR","object":{"kind":"Status","status":"Failure","code":410}}""")]
    public void Bookmarks_and_errors_are_no_change(string line) => Assert.Null(_state.Apply(line));

    [Fact]
    public void A_second_stream_that_repeats_everything_reports_only_what_changed()
    {
        _state.Apply(Line("ADDED", "same", 1, "Ready"));
        _state.Apply(Line("ADDED", "changed", 2, "NotReady"));

        Assert.Null(_state.Apply(Line("ADDED", "same", 1, "Ready")));
        Assert.Equal(DcpWatchEventType.Modified, _state.Apply(Line("ADDED", "changed", 3, "Ready"))?.Type);
    }

    [Fact]
    public void What_vanished_between_two_streams_is_deleted()
    {
        _state.Apply(Line("ADDED", "stays", 1, "Ready"));
        var gone = _state.Apply(Line("ADDED", "goes", 2, "Ready"))!.Object;
        var stays = _state.Apply(Line("MODIFIED", "stays", 3, "NotReady"))!.Object;

        Assert.Equal([new DcpWatchEvent<Service>(DcpWatchEventType.Deleted, gone)], _state.RemoveAllBut([stays]));
        Assert.Empty(_state.RemoveAllBut([stays]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"ADDED","object":{"kind":"Service"}}""")]
    public void A_line_that_is_no_watch_message_is_an_error(string line) => Assert.ThrowsAny<Exception>(() => _state.Apply(line));

    private static string Line(string type, string name, int version, string state) => JsonSerializer.Serialize(new
    {
        type,
        @object = new { kind = "Service", metadata = new { name, resourceVersion = $"{version}" }, spec = new { protocol = "TCP" }, status = new { state } },
    });
}
