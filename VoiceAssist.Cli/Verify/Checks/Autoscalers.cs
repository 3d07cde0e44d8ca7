using System.Globalization;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Verify.Checks;

/// <summary>Autoscalers have a target, fresh metrics, and a controller that can act.</summary>
internal static class Autoscalers
{
    private static readonly string[] MustBeTrue = ["AbleToScale", "ScalingActive"];

    public static IEnumerable<CheckResult> Of(LiveState live, TimeSpan oldestMetric) =>
        live.Autoscalers.SelectMany(a => new[] { Target(a), Conditions(a) }.Concat(Metrics(a, live.Now, oldestMetric)));

    private static CheckResult Target(LiveAutoscaler live) => CheckResult.Of(
        "target",
        Subject(live),
        live.Observation.ScaleReadError is null,
        live.Observation.ScaleReadError ?? $"{live.Target}, {live.Observation.SpecReplicas} replicas within {live.Spec.MinReplicas} to {live.Spec.MaxReplicas}");

    private static CheckResult Conditions(LiveAutoscaler live)
    {
        if (live.Autoscaler.Status?.Conditions is null or [])
        {
            return CheckResult.Of("conditions", Subject(live), false, "its controller has not looked at it yet");
        }

        var broken = MustBeTrue.Select(live.Condition).FirstOrDefault(c => c is not { Status: "True" });
        var limited = live.Condition("ScalingLimited") is { Status: "True" } limit ? $"; limited: {limit.Reason}" : "";
        return broken is not null
            ? CheckResult.Of("conditions", Subject(live), false, $"{broken.Type} is {broken.Status}: {broken.Reason}, {broken.Message}")
            : CheckResult.Of("conditions", Subject(live), live.Condition("ScalingActive") is not null, $"able to scale, scaling active{limited}");
    }

    private static IEnumerable<CheckResult> Metrics(LiveAutoscaler live, DateTimeOffset now, TimeSpan oldest) =>
        live.Spec.Metrics.Zip(live.Readings, (metric, reading) =>
        {
            var age = now - reading.Newest;
            var evidence = reading.Answer.Error
                ?? (age is { } known ? string.Create(CultureInfo.InvariantCulture, $"newest value {Math.Max(0, known.TotalSeconds):0} s old") : "a value without a time");
            return CheckResult.Of("metrics", $"{Subject(live)}, {metric.DisplayName}", reading.Answer.Error is null && !(age > oldest), evidence + (age > oldest ? $", more than {oldest.TotalSeconds:0} s" : ""));
        });

    private static string Subject(LiveAutoscaler live) => $"HorizontalPodAutoscaler {live.Name}";
}
