using VoiceAssist.Autoscaling.Conditions;
using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Explain;

/// <summary>One pass of the engine over live figures: what the controller would decide now, as far as that can be seen from outside.</summary>
internal static class ReconstructedPass
{
    /// <summary>Recomputes the decision. Windows and policies know only the changes that are still among the events.</summary>
    public static Decision Of(LiveAutoscaler live)
    {
        var state = new AutoscalerState { LastScaleTime = live.Autoscaler.Status?.LastScaleTime is { } last ? new(DateTime.SpecifyKind(last, DateTimeKind.Utc)) : null };
        var (up, down) = Changes(live.Scalings);
        state.History.Restore([new Recommendation(live.Observation.SpecReplicas, live.Observation.Now)], up, down);
        foreach (var condition in live.Autoscaler.Status?.Conditions ?? [])
        {
            if (Enum.TryParse<ConditionType>(condition.Type, out var type))
            {
                state.Conditions.Set(type, condition.Status == "True", condition.Reason ?? "", condition.Message ?? "", live.Observation.Now);
            }
        }

        return new Reconciler().Reconcile(live.Spec, state, live.Observation);
    }

    // An event tells the new size only; how much it changed follows from the one before.
    private static (IReadOnlyList<ScaleEvent> Up, IReadOnlyList<ScaleEvent> Down) Changes(IReadOnlyList<SeenScaling> seen)
    {
        var changes = seen.Zip(seen.Skip(1), (before, after) => (Change: after.Size - before.Size, after.Time)).ToList();
        return (
            [.. changes.Where(c => c.Change > 0).Select(c => new ScaleEvent(c.Change, c.Time))],
            [.. changes.Where(c => c.Change < 0).Select(c => new ScaleEvent(-c.Change, c.Time))]);
    }
}
