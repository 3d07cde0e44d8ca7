using System.Text.RegularExpressions;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Tests.Environments;

namespace VoiceAssist.Autoscaling.Tests.Plant;

public partial class MetricPipelineTests
{
    [Fact]
    public void The_rate_window_is_that_of_the_published_rules()
    {
        var windows = RateWindow().Matches(PublishedFiles.Read("monitoring/prometheus-adapter-values.yaml")).Select(m => Duration.Parse(m.Groups[1].Value).ToTimeSpan());
        Assert.Equal([MetricPipeline.PublishedRateWindow], windows);
        Assert.All(["dev", "staging", "prod"], name =>
            Assert.Equal(MetricPipeline.PublishedRateWindow, new MetricPipeline { ScrapeInterval = VoiceAssistEnvironments.ByName(name).ScrapeInterval }.EffectiveRateWindow));
    }

    [Theory]
    [InlineData(15, null, 240)]
    [InlineData(60, null, 240)]
    [InlineData(90, null, 360)] // the rules would have been published with four of these
    [InlineData(15, 60, 60)]
    public void A_rate_needs_four_scrapes_unless_its_window_is_given(int scrape, int? window, int expected) =>
        Assert.Equal(
            TimeSpan.FromSeconds(expected),
            new MetricPipeline
            {
                ScrapeInterval = TimeSpan.FromSeconds(scrape),
                RateWindow = window is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            }.EffectiveRateWindow);

    [GeneratedRegex(@"rate\(.*?\[(\w+)\]\)")]
    private static partial Regex RateWindow();
}
