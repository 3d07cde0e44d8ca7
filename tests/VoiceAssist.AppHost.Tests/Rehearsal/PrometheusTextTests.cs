using VoiceAssist.AppHost.Rehearsal;

namespace VoiceAssist.AppHost.Tests.Rehearsal;

public sealed class PrometheusTextTests
{
    private const string Text = """
        # TYPE voiceassist_queue_depth gauge
        voiceassist_queue_depth{queue="default"} 3 1764000000000
        voiceassist_queue_depth_other 9
        requests_count{path="/v1/jobs/{id}",code="202"} 40
        requests_count{path="/ready"} 2.5
        plain 7
        broken{a="b"} x
        """;

    [Theory]
    [InlineData("voiceassist_queue_depth", "3")]
    [InlineData("requests_count", "40 2.5")]
    [InlineData("plain", "7")]
    [InlineData("broken", "")]
    [InlineData("missing", "")]
    public void The_values_of_all_series_of_a_name_are_read(string name, string values) =>
        Assert.Equal(values, string.Join(' ', PrometheusText.Values(Text, name).Select(v => v.ToString(System.Globalization.CultureInfo.InvariantCulture))));
}
