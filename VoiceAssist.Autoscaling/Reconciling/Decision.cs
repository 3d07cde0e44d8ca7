using VoiceAssist.Autoscaling.Conditions;
using VoiceAssist.Autoscaling.Explaining;
using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Stabilization;

namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>The result of one pass and everything that led to it.</summary>
public sealed record Decision
{
    public required AutoscalerSpec Spec { get; init; }

    public required Observation Observation { get; init; }

    public required PassBranch Branch { get; init; }

    /// <summary>
    /// What the target is asked for after the pass: equal to the current replicas when nothing changes or the pass failed.
    /// <c>status.desiredReplicas</c>, which a failed pass leaves as it was, is <see cref="AutoscalerState.DesiredReplicas"/>.
    /// </summary>
    public required int Desired { get; init; }

    /// <summary>Every metric's value, ratio and proposal; empty when metrics were not read.</summary>
    public IReadOnlyList<MetricEvaluation> Metrics { get; init; } = [];

    /// <summary>The metric whose proposal is the largest; null when none gave one.</summary>
    public MetricEvaluation? Driving { get; init; }

    /// <summary>What the stabilization windows did; null when metrics did not decide.</summary>
    public StabilizationOutcome? Stabilization { get; init; }

    /// <summary>What bounds and policies did; null when metrics did not decide.</summary>
    public LimitOutcome? Limits { get; init; }

    /// <summary>The conditions after the pass.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>What the pass reports as error even if it scaled: a failed metric, or a scale that could not be read or written.</summary>
    public string? Error { get; init; }

    public int Current => Observation.SpecReplicas;

    /// <summary>Whether the scale was written with a new number.</summary>
    public bool Rescaled => Desired != Current;

    /// <summary>The whole pass as text for people, a line per step.</summary>
    public string Explain() => DecisionText.For(this);
}
