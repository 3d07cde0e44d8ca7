using System.Text.RegularExpressions;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Autoscaling.Simulation;
using VoiceAssist.Autoscaling.Specs;

namespace VoiceAssist.Cli.Simulate;

/// <summary>Something that happens besides load, as written on the command line.</summary>
internal static partial class GivenDisturbance
{
    /// <summary>What is allowed.</summary>
    public const string Forms = "rollout@10m, lost-node:0@10m, lost-node:0@10m..20m (and back) or no-metric:cpu@10m..20m";

    /// <param name="text">What was given.</param>
    /// <param name="scaled">What is simulated.</param>
    /// <param name="nodes">How many nodes; null without a node pool.</param>
    /// <param name="duration">How much time is simulated.</param>
    /// <exception cref="UsageException">None of <see cref="Forms"/>, or something that is not there.</exception>
    public static Disturbance Parse(string text, ScaledDeployment scaled, int? nodes, TimeSpan duration)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            throw Wrong(text, "is none");
        }

        var from = Time(text, match.Groups["from"].Value);
        TimeSpan? to = match.Groups["to"] is { Success: true } end ? Time(text, end.Value) : null;
        if (from >= duration || to <= from)
        {
            throw Wrong(text, $"must begin within the {Duration.From(duration)} that are simulated, and end after its begin");
        }

        return (match.Groups["kind"].Value, match.Groups["what"].Value, to) switch
        {
            ("rollout", "", null) => new RolloutDisturbance(scaled.Workload, from),
            ("lost-node", var node, _) => new NodeLossDisturbance(Node(text, node, nodes), from, to),
            ("no-metric", var metric, { } until) => new MetricOutageDisturbance(scaled.Workload, Metric(text, metric, scaled), from, until),
            _ => throw Wrong(text, "is none"),
        };
    }

    private static int Node(string text, string given, int? nodes) => nodes is not { } count
        ? throw Wrong(text, "needs --nodes: on nodes that are never the bottleneck none is lost")
        : int.TryParse(given, out var node) && node >= 0 && node < count ? node : throw Wrong(text, $"names no node; there are 0 to {count - 1}");

    private static string Metric(string text, string given, ScaledDeployment scaled)
    {
        var known = AutoscalerSpec.From(scaled.Autoscaler).Metrics.Select(m => m.Name).ToList();
        return known.Contains(given) ? given : throw Wrong(text, $"names no metric of {scaled.Autoscaler.Metadata.Name}; there are {string.Join(", ", known)}");
    }

    private static TimeSpan Time(string text, string given) =>
        Duration.TryParse(given, out var time) ? time.ToTimeSpan() : throw Wrong(text, $"has '{given}' where a time such as 90s or 5m is allowed");

    private static UsageException Wrong(string text, string what) => new($"--disturb: '{text}' {what}; allowed are {Forms}.");

    [GeneratedRegex(@"^(?<kind>rollout|lost-node|no-metric)(?::(?<what>[^@]+))?@(?<from>\w+)(?:\.\.(?<to>\w+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
