using VoiceAssist.Autoscaling.Conditions;
using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Stabilization;

namespace VoiceAssist.Autoscaling.Reconciling;

/// <summary>One pass of the controller over one autoscaler (HPA-SPEC §1). The state passed in is all it changes.</summary>
public sealed class Reconciler(ControllerSettings? settings = null)
{
    private readonly ControllerSettings _settings = settings ?? ControllerSettings.Default;

    /// <summary>Runs one pass.</summary>
    /// <param name="spec">The autoscaler.</param>
    /// <param name="state">Its state, which the pass updates.</param>
    /// <param name="observation">What the controller reads.</param>
    /// <param name="write">Writes the new scale; null for a write that succeeds.</param>
    public Decision Reconcile(AutoscalerSpec spec, AutoscalerState state, Observation observation, ScaleWriter? write = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        var pass = new Pass(spec, state, observation, _settings);
        var decision = pass.Decide();
        return decision.Rescaled ? pass.Write(decision, write) : pass.Stay(decision);
    }

    private readonly struct Pass(AutoscalerSpec spec, AutoscalerState state, Observation observation, ControllerSettings settings)
    {
        private int Current => observation.SpecReplicas;

        public IReadOnlyList<Condition> Conditions => [.. state.Conditions.All];

        public Decision Decide()
        {
            if (observation.ScaleReadError is { } unreadable)
            {
                Set(ConditionType.AbleToScale, false, "FailedGetScale", $"the target's scale could not be read: {unreadable}");
                return Result(PassBranch.ScaleUnreadable, Current) with { Error = unreadable };
            }

            Set(ConditionType.AbleToScale, true, "SucceededGetScale", "the target's scale was read");
            state.History.Seed(Current, observation.Now);
            if (!settings.ScaleToZero)
            {
                // Left over from a time when the gate was on; without it, no zero is left again.
                state.Conditions.Remove(ConditionType.ScaledToZero);
            }

            var resuming = Current == 0 && MayLeaveZero();
            if (Current == 0 && !resuming)
            {
                return Disable();
            }

            if (!resuming && Current > spec.MaxReplicas)
            {
                return Result(PassBranch.AboveMaximum, spec.MaxReplicas);
            }

            return !resuming && Current < spec.MinReplicas
                ? Result(PassBranch.BelowMinimum, spec.MinReplicas)
                : FollowMetrics();
        }

        public Decision Stay(Decision decision)
        {
            if (decision.Branch is not (PassBranch.ScaleUnreadable or PassBranch.MetricsFailed))
            {
                state.DesiredReplicas = decision.Desired;
            }

            return decision with { Conditions = Conditions };
        }

        public Decision Write(Decision decision, ScaleWriter? write)
        {
            if (write?.Invoke(decision.Desired) is { } failure)
            {
                Set(ConditionType.AbleToScale, false, "FailedUpdateScale", $"the target's scale could not be written: {failure}");
                return decision with { Desired = Current, Error = failure, Conditions = Conditions };
            }

            Set(ConditionType.AbleToScale, true, "SucceededRescale", $"the target's scale was set to {decision.Desired}");
            state.History.RecordChange(spec.Behavior, Current, decision.Desired, observation.Now);
            (state.LastScaleTime, state.DesiredReplicas) = (observation.Now, decision.Desired);
            if (settings.ScaleToZero)
            {
                var toZero = Current > 0 && decision.Desired == 0 && spec.MinReplicas == 0 && spec.HasObjectOrExternalMetric;
                Set(
                    ConditionType.ScaledToZero,
                    toZero,
                    toZero ? "ScaledToZero" : "NotScaledToZero",
                    toZero ? "the autoscaler scaled the target to zero" : "the autoscaler did not scale the target to zero");
            }

            return decision with { Conditions = Conditions };
        }

        // Only a zero that the controller itself wrote is left again; a manual zero pauses the autoscaler (HPA-SPEC §8).
        // With the gate off the condition has just been removed.
        private bool MayLeaveZero() =>
            state.Conditions.IsTrue(ConditionType.ScaledToZero)
            && (spec.MinReplicas != 0 || spec.HasObjectOrExternalMetric);

        private Decision Disable()
        {
            Set(ConditionType.ScalingActive, false, "ScalingDisabled", "the target stands at zero replicas, which pauses the autoscaler");
            return Result(PassBranch.Disabled, 0);
        }

        private Decision FollowMetrics()
        {
            var verdict = MetricPoll.Take(spec, observation, settings);
            var error = verdict.FirstFailure?.Error;
            if (!verdict.IsUsable)
            {
                var failure = verdict.FirstFailure!;
                Set(ConditionType.ScalingActive, false, failure.FailureReason!, $"no replica count can be computed: {failure.Error}");
                return Result(PassBranch.MetricsFailed, Current) with { Metrics = verdict.Evaluations, Driving = verdict.Driving, Error = error };
            }

            var driving = verdict.Driving!;
            Set(ConditionType.ScalingActive, true, "ValidMetricFound", driving.Metric.ValidMessage);

            // Metrics can be negative; a replica count cannot.
            var raw = Math.Max(0, driving.Proposal);
            var (stabilization, limits) = Settle(raw);
            Set(ConditionType.AbleToScale, true, stabilization.Reason, stabilization.Message);
            Set(ConditionType.ScalingLimited, limits.IsLimited, limits.Reason, limits.Message);
            var desired = Current == 0 ? Math.Max(limits.Result, spec.MinReplicas) : limits.Result;
            return Result(PassBranch.Metrics, desired) with
            {
                Metrics = verdict.Evaluations,
                Driving = driving,
                Stabilization = stabilization,
                Limits = limits,
                Error = error,
            };
        }

        private (StabilizationOutcome Stabilization, LimitOutcome Limits) Settle(int raw)
        {
            if (spec.Behavior is not { } behavior)
            {
                var held = Stabilizer.WithoutBehavior(state.History, raw, observation.Now, settings.DownscaleStabilization);
                return (held, ReplicaLimiter.WithoutBehavior(spec, Current, held.Stabilized, settings));
            }

            var upWindow = TimeSpan.FromSeconds(behavior.Up.StabilizationWindowSeconds ?? 0);
            var downWindow = Stabilizer.Window(behavior.Down, settings);
            var outcome = Stabilizer.WithBehavior(state.History, Current, raw, observation.Now, upWindow, downWindow);
            return (outcome, ReplicaLimiter.WithBehavior(spec, behavior, state.History, Current, outcome.Stabilized, observation.Now));
        }

        private Decision Result(PassBranch branch, int desired) => new()
        {
            Spec = spec,
            Observation = observation,
            Branch = branch,
            Desired = desired,
            Conditions = [],
        };

        private void Set(ConditionType type, bool status, string reason, string message) =>
            state.Conditions.Set(type, status, reason, message, observation.Now);
    }
}
