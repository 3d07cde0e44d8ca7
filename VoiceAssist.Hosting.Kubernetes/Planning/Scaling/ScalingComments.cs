using System.Globalization;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>The comments over an autoscaler's figures.</summary>
internal static class ScalingComments
{
    public static void Replicas(CommentBook book, Figure<Bounds<int>> bounds, string minPath, string maxPath) => book
        .Say(minPath, Ranged(bounds), "The fewest pods, also without any load.")
        .Say(maxPath, null, "The most pods; the quota admits them all, and a rollout on top.");

    /// <summary>Of <c>spec.behavior</c>, below a path.</summary>
    public static void Behavior(CommentBook book, HorizontalScalingPolicy scaling, Version minimumKubernetes, string path)
    {
        Direction(book, scaling.Up, minimumKubernetes, $"{path}/scaleUp", "up", "lowest");
        Direction(book, scaling.Down, minimumKubernetes, $"{path}/scaleDown", "down", "highest");
    }

    public static string Meaning(ScalingMetric metric)
    {
        var what = metric switch
        {
            { Source: ScalingMetricSource.Resource } => $"{Label(metric.Name)} of the pods",
            { Source: ScalingMetricSource.ContainerResource } => $"{Label(metric.Name)} of container {metric.Container}",
            { Source: ScalingMetricSource.Object } => $"{metric.Name} of {metric.DescribedObject!.Kind} {metric.DescribedObject.Name}",
            _ => metric.Name,
        };
        return metric.Target.Kind switch
        {
            ScalingTargetKind.Utilization => $"{what}: {metric.Target.Percent} % of what they request.",
            ScalingTargetKind.AverageValue => $"{what}: {metric.Target.Quantity} per pod on average.",
            _ => $"{what}: {metric.Target.Quantity} for all pods together.",
        };
    }

    private static void Direction(CommentBook book, ScalingRules rules, Version minimumKubernetes, string path, string direction, string extreme)
    {
        if (rules.Window is { } window)
        {
            book.Say(
                $"{path}/stabilizationWindowSeconds",
                window.Because,
                window.Value == TimeSpan.Zero ? $"Scales {direction} at once." : $"Scales {direction} by the {extreme} recommendation of the last {Text(window.Value)}.");
        }

        if (rules.Selection is { } selection)
        {
            book.Say($"{path}/selectPolicy", null, selection switch
            {
                ScalingSelection.Max => "The policy that allows the larger change counts.",
                ScalingSelection.Min => "The policy that allows the smaller change counts.",
                _ => $"Never scales {direction}.",
            });
        }

        var steps = Behaviors.Ordered(rules);
        for (var i = 0; i < steps.Count; i++)
        {
            var unit = steps[i].Kind == ScalingStepKind.Percent ? " % of the pods" : steps[i].Amount == 1 ? " pod" : " pods";
            book.Say($"{path}/policies/{i}", steps[i].Because, $"At most {steps[i].Amount}{unit} within {Text(steps[i].Period)}.");
        }

        if (rules.ToleratedRatio is { } tolerance)
        {
            var gate = minimumKubernetes < Versions.ToleranceByDefault ? " Before Kubernetes 1.35 only with the feature gate HPAConfigurableTolerance; dropped without it." : "";
            book.Say(
                $"{path}/tolerance",
                tolerance.Because is { } because ? because + gate : null,
                string.Create(CultureInfo.InvariantCulture, $"Nothing happens while the metric is within {tolerance.Value * 100:0.##} % of its target.{gate}"));
        }
    }

    private static string? Ranged(Figure<Bounds<int>> bounds) => bounds.Because is { } because ? $"{bounds.Value.Low} to {bounds.Value.High} pods: {because}" : null;

    private static string Label(string resource) => resource == "cpu" ? "CPU" : resource;

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s");
}
