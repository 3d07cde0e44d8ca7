using System.Diagnostics;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs.Tests.Telemetry;

public class TraceContextTests
{
    [Fact]
    public void A_span_travels_and_is_the_parent_again()
    {
        using var activity = new Activity("submit").SetIdFormat(ActivityIdFormat.W3C);
        activity.TraceStateString = "vendor=1";
        activity.Start();

        var arrived = TraceContext.Of(activity).ToActivityContext();

        Assert.Equal((activity.TraceId, activity.SpanId, "vendor=1", true), (arrived.TraceId, arrived.SpanId, arrived.TraceState, arrived.IsRemote));
    }

    [Fact]
    public void A_state_longer_than_everybody_must_carry_is_left_behind()
    {
        using var activity = new Activity("submit").SetIdFormat(ActivityIdFormat.W3C);
        activity.TraceStateString = new string('x', 513);
        activity.Start();

        Assert.Null(TraceContext.Of(activity).State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-rubbish")]
    public void Without_a_valid_parent_a_new_trace_begins(string? parent) =>
        Assert.Equal(default, new TraceContext(parent, null).ToActivityContext());
}
