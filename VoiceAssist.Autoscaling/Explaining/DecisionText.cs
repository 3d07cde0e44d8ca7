using System.Globalization;
using System.Text;
using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Stabilization;

namespace VoiceAssist.Autoscaling.Explaining;

/// <summary>A decision as text for people: one line per step, with the figures that decided.</summary>
internal static class DecisionText
{
    public static string For(Decision decision)
    {
        var text = new StringBuilder();
        Line(text, $"{decision.Spec.Name}: {Pods(decision.Current)} asked for, {decision.Observation.StatusReplicas} exist, bounds {decision.Spec.MinReplicas} to {decision.Spec.MaxReplicas}.");
        foreach (var metric in decision.Metrics)
        {
            Line(text, "Metric " + MetricText.For(metric, decision.Observation));
        }

        if (decision.Driving is { } driving && decision.Metrics.Count > 1)
        {
            Line(text, $"Largest proposal: {driving.Proposal}, from {driving.Metric.DisplayName}.");
        }

        if (decision.Stabilization is { } stabilization)
        {
            Line(text, Stabilization(stabilization, decision.Current));
        }

        if (decision.Limits is { } limits)
        {
            Limits(text, limits, decision.Spec);
        }

        text.Append(Result(decision));
        return text.ToString();
    }

    private static string Stabilization(StabilizationOutcome outcome, int current)
    {
        var window = outcome.Lowest is { } lowest
            ? $"windows of {Seconds(outcome.UpWindow)} (up) and {Seconds(outcome.DownWindow)} (down) allow {lowest} to {outcome.Highest}"
            : $"highest recommendation of the last {Seconds(outcome.DownWindow)} is {outcome.Highest}";
        return outcome.Stabilized == outcome.Raw
            ? $"Stabilization: {window}; {outcome.Raw} passes."
            : $"Stabilization: {window}; {outcome.Raw} becomes {outcome.Stabilized}"
                + (outcome.Stabilized == current ? " (stay)" : "") + $". {outcome.Reason}: {outcome.Message}.";
    }

    private static void Limits(StringBuilder text, LimitOutcome limits, AutoscalerSpec spec)
    {
        foreach (var policy in limits.Policies)
        {
            Line(text, $"Policy {policy.Policy}: {policy.PeriodStart} at the start of the period (now, less {policy.AddedInPeriod} added, plus {policy.RemovedInPeriod} removed) allows {policy.Limit}.");
        }

        if (limits.Selection == PolicySelection.Disabled)
        {
            Line(text, "Policies: this direction is disabled.");
        }
        else if (limits is { RateLimit: { } rate, Selection: { } selection })
        {
            Line(text, $"Policies together ({selection}): {rate}; bounds {spec.MinReplicas} to {spec.MaxReplicas}.");
        }
        else if (limits.RateLimit is { } growth)
        {
            Line(text, $"Without a behavior one pass may grow to {growth} at most.");
        }

        if (limits.IsLimited)
        {
            Line(text, $"Limited from {limits.Stabilized} to {limits.Result}. {limits.Reason}: {limits.Message}.");
        }
    }

    private static string Result(Decision decision) => decision.Branch switch
    {
        PassBranch.ScaleUnreadable => $"Nothing is done: the target's scale could not be read ({decision.Error}).",
        PassBranch.Disabled => "Nothing is done: the target stands at zero, which pauses the autoscaler.",
        PassBranch.MetricsFailed => $"Nothing is done: {decision.Error}; "
            + (decision.Driving is { } driving
                ? $"scaling down to {driving.Proposal} needs every metric."
                : "no metric gave a proposal."),
        PassBranch.AboveMaximum => $"Above the maximum: set to {decision.Desired} without reading metrics.",
        PassBranch.BelowMinimum => $"Below the minimum: set to {decision.Desired} without reading metrics.",
        _ when decision.Rescaled => $"Result: {decision.Current} becomes {decision.Desired}.",
        _ => $"Result: stay at {decision.Current}.",
    };

    private static string Pods(int count) => count == 1 ? "1 replica" : $"{count} replicas";

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
