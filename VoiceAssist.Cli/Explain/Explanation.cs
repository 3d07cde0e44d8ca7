using System.Globalization;
using System.Text;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Explain;

/// <summary>An autoscaler explained.</summary>
/// <param name="Autoscaler">Namespace and name.</param>
/// <param name="Target">What it scales.</param>
/// <param name="Current">Replicas asked for now.</param>
/// <param name="Desired">What the controller last wanted.</param>
/// <param name="Why">In one sentence.</param>
/// <param name="Conditions">What the controller says.</param>
/// <param name="Scalings">Changes that are still among the events, newest first.</param>
/// <param name="Reconstructed">The decision recomputed from live figures, a step a line.</param>
internal sealed record Explanation(
    string Autoscaler,
    string Target,
    int Current,
    int Desired,
    Why Why,
    IReadOnlyList<Explanation.SaidCondition> Conditions,
    IReadOnlyList<SeenScaling> Scalings,
    IReadOnlyList<string> Reconstructed)
{
    /// <summary>Whether nothing keeps it from working.</summary>
    public bool Works => !Why.IsTrouble;

    public static Explanation Of(LiveAutoscaler live) => new(
        $"{live.Namespace}/{live.Name}",
        live.Target,
        live.Observation.SpecReplicas,
        live.Autoscaler.Status?.DesiredReplicas ?? 0,
        Why.Of(live),
        [.. (live.Autoscaler.Status?.Conditions ?? []).Select(c => new SaidCondition(c.Type, c.Status == "True", c.Reason ?? "", c.Message ?? ""))],
        [.. live.Scalings.Reverse()],
        ReconstructedPass.Of(live).Explain().Split('\n'));

    public string ToText()
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{Autoscaler} scales {Target}: {Current} now, {Desired} wanted by the controller.")
            .AppendLine(CultureInfo.InvariantCulture, $"Why: {Why.Text}{(Why.IsReconstructed ? " (reconstructed)" : "")}")
            .AppendLine()
            .AppendLine("What the controller says:");
        foreach (var condition in Conditions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {condition.Type} {condition.Status}: {condition.Reason}, {condition.Message}");
        }

        foreach (var scaling in Scalings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {scaling.Time:u} scaled to {scaling.Size}: {scaling.Reason}");
        }

        text.AppendLine().AppendLine("Reconstructed from live figures (the controller alone remembers earlier recommendations; windows and policies here know only the events above):");
        foreach (var line in Reconstructed)
        {
            text.AppendLine("  " + line);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A condition of the autoscaler's status.</summary>
    internal sealed record SaidCondition(string Type, bool Status, string Reason, string Message);
}
