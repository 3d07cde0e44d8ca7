using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Autoscaling.Tests.Metrics;

public class MetricEvaluatorTests
{
    [Theory]
    [InlineData(MetricSourceKind.Resource, "FailedGetResourceMetric")]
    [InlineData(MetricSourceKind.ContainerResource, "FailedGetContainerResourceMetric")]
    [InlineData(MetricSourceKind.Pods, "FailedGetPodsMetric")]
    [InlineData(MetricSourceKind.Object, "FailedGetObjectMetric")]
    [InlineData(MetricSourceKind.External, "FailedGetExternalMetric")]
    [InlineData(MetricSourceKind.Unknown, "InvalidMetricSourceType")]
    public void A_metric_that_does_not_answer_fails_with_its_sources_reason(MetricSourceKind kind, string reason)
    {
        var metric = new MetricSpec(kind, "cpu", "app", new(TargetKind.AverageValue, 1000));
        var result = MetricEvaluator.Evaluate(metric, MetricObservation.Failed("down"), Samples.Seen(1, Samples.Pods(1)), new(0.1, 0.1), ControllerSettings.Default);
        Assert.Equal((true, reason), (result.HasFailed, result.FailureReason));
    }

    [Fact]
    public void A_metric_without_a_positive_target_fails() => Assert.True(MetricEvaluator.Evaluate(
        new(MetricSourceKind.Pods, "requests", null, default),
        Samples.PerPod(1),
        Samples.Seen(1, Samples.Pods(1)),
        new(0.1, 0.1),
        ControllerSettings.Default).HasFailed);
}
