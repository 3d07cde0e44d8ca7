using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Published;
using VoiceAssist.Cli.Verify.Checks;

namespace VoiceAssist.Cli.Verify;

/// <summary>All checks of some objects on a cluster.</summary>
/// <param name="Subject">What was verified: an environment or a path.</param>
/// <param name="Context">On which cluster.</param>
/// <param name="Results">Each check.</param>
internal sealed record Verification(string Subject, string Context, IReadOnlyList<CheckResult> Results)
{
    // Metrics Server measures every 15 s to 60 s; thrice the longest is more than a hiccup.
    private static readonly TimeSpan OldestMetric = TimeSpan.FromSeconds(180);

    public bool Holds => Results.All(r => r.Outcome != CheckOutcome.Broken);

    /// <summary>Reads the cluster and looks at every promise.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="subject">What is verified, for the report.</param>
    /// <param name="objects">The objects that should be there.</param>
    /// <param name="scrapeInterval">How often custom metrics are measured.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Verification> RunAsync(ConnectedCluster cluster, string subject, IReadOnlyList<JsonObject> objects, TimeSpan scrapeInterval, TimeProvider time, CancellationToken cancel)
    {
        var capabilities = await Capabilities.ReadAsync(cluster.Catalog, objects, cancel);
        var fitted = FittedObjects.Of(objects, capabilities);
        var live = await LiveStateReader.ReadAsync(cluster, fitted.Objects, time, cancel);
        var oldest = TimeSpan.FromTicks(Math.Max(OldestMetric.Ticks, scrapeInterval.Ticks * 3));
        return new(subject, cluster.Target.Context,
        [
            .. capabilities.Optional.Select(a => a.IsThere ? CheckResult.Of("api", a.Group, true, a.ToString()) : CheckResult.Skipped("api", a.Group, a.ToString())),
            .. fitted.LeftOut.Select(l => CheckResult.Skipped("optional", l.Split(": ")[0], l[(l.IndexOf(": ", StringComparison.Ordinal) + 2)..])),
            .. Presence.Of(fitted.Objects, live),
            .. Workloads.Of(fitted.Objects, live),
            .. Autoscalers.Of(live, oldest),
            .. Budgets.Of(fitted.Objects, live),
            .. Recommendations.Of(fitted.Objects, live),
            .. QuotaHeadroom.Of(fitted.Objects, live),
        ]);
    }

    public string Summary =>
        $"{Results.Count(r => r.Outcome == CheckOutcome.Holds)} hold, {Results.Count(r => r.Outcome == CheckOutcome.Broken)} broken, {Results.Count(r => r.Outcome == CheckOutcome.Skipped)} skipped";
}
