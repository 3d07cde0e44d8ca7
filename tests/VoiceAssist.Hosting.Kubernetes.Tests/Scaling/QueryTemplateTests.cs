using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

public class QueryTemplateTests
{
    [Theory]
    [InlineData("max(depth{$selector})")]
    [InlineData("sum(rate(seen_total{code=~\"5..\", $selector}[$window])) / sum(rate(seen_total{$selector,code!=\"\"}[$window]))")]
    public void Label_matchers_belong_in_the_braces_of_a_series(string query) =>
        Assert.Equal(query, new ExportedMetric("depth", ScalingMetricSource.External, "depth", query).Query);

    [Theory]
    [InlineData("max(depth)")]
    [InlineData("max(depth$selector)")]
    [InlineData("max(depth{$selector}) + max(depth$selector)")]
    [InlineData("max(depth{a=$selector})")]
    [InlineData("max(depth{selector})")]
    public void A_query_without_them_is_refused_by_name(string query)
    {
        var metric = Assert.Throws<ArgumentException>(() => new ExportedMetric("depth", ScalingMetricSource.External, "depth", query));
        var alert = Assert.Throws<ArgumentException>(() => new MetricAlert("Deep", "depth", query, 0, TimeSpan.FromMinutes(1)));

        Assert.All([metric, alert], e => Assert.Contains(query, e.Message, StringComparison.Ordinal));
    }
}
