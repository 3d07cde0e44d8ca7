using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Setup;

/// <summary>A setup plan for people.</summary>
internal static class SetupTexts
{
    private const int FieldsShown = 8;

    public static string Past(PlannedAction action) => action switch
    {
        PlannedAction.Create => "created",
        PlannedAction.Change => "changed",
        PlannedAction.Adopt => "adopted",
        _ => "kept",
    };

    /// <summary>What the cluster has and lacks, a line each.</summary>
    public static void Print(IReadOnlyList<OptionalApi> apis, Terminal terminal) =>
        terminal.Table(new(["optional API", "version", "for"], [.. apis.Select(a => (IReadOnlyList<Cell>)[a.Group, a.IsThere ? new(a.Version!, Tone.Good) : new("absent", Tone.Notable), a.Purpose])]));

    public static void Print(SetupPlan plan, Terminal terminal)
    {
        foreach (var left in plan.LeftOut)
        {
            terminal.Line($"Left out: {left}", Tone.Notable);
        }

        if (plan.ChangesNothing)
        {
            terminal.Line($"All {plan.Objects.Count} objects are as published: nothing to change.", Tone.Good);
            return;
        }

        terminal.Line("Plan:");
        if (plan.NewSecret is { } secret)
        {
            terminal.Line($"  + Secret {secret}, with generated values", Tone.Good);
        }

        foreach (var planned in plan.Pending)
        {
            var (sign, tone) = planned.Action switch { PlannedAction.Create => ("+", Tone.Good), PlannedAction.Adopt => ("=", Tone.Quiet), _ => ("~", Tone.Notable) };
            terminal.Line($"  {sign} {planned.Reference}{(planned.Action == PlannedAction.Adopt ? ", as it is" : "")}", tone);
            foreach (var change in planned.Changes.Take(FieldsShown))
            {
                terminal.Line($"      {change}");
            }

            if (planned.Changes.Count > FieldsShown)
            {
                terminal.Line($"      and {planned.Changes.Count - FieldsShown} more");
            }
        }

        terminal.Line($"  {plan.Objects.Count - plan.Pending.Count} unchanged");
    }
}
