using System.Text.Json.Nodes;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Live;

namespace VoiceAssist.Cli.Published;

/// <summary>Published objects as a given cluster can have them.</summary>
/// <param name="Objects">Those that are applied.</param>
/// <param name="LeftOut">What is not, and why, for people.</param>
internal sealed record FittedObjects(IReadOnlyList<JsonObject> Objects, IReadOnlyList<string> LeftOut)
{
    /// <summary>Leaves out objects of kinds that are not served, and metrics that no server answers: one of them would block every scale-down.</summary>
    public static FittedObjects Of(IReadOnlyList<JsonObject> objects, Capabilities cluster)
    {
        var said = new List<string>();
        foreach (var kind in objects.Select(ObjectRef.Of).Where(r => !cluster.Serves(r)).GroupBy(r => (r.ApiVersion, r.Kind)))
        {
            said.Add($"{kind.Count()} {kind.Key.Kind}: the cluster does not serve {kind.Key.ApiVersion}");
        }

        var kept = new List<JsonObject>();
        foreach (var document in objects.Where(o => cluster.Serves(ObjectRef.Of(o))))
        {
            if ((string?)document["kind"] != "HorizontalPodAutoscaler" || document["spec"]?["metrics"] is not JsonArray)
            {
                kept.Add(document);
            }
            else if (WithMetricsOf(document, cluster, said) is { } fitted)
            {
                kept.Add(fitted);
            }
        }

        return new(kept, said);
    }

    private static JsonObject? WithMetricsOf(JsonObject autoscaler, Capabilities cluster, List<string> said)
    {
        var name = (string)autoscaler["metadata"]!["name"]!;
        var fitted = autoscaler.DeepClone().AsObject();
        var metrics = fitted["spec"]!["metrics"]!.AsArray();

        // Metrics Server is part of what setup offers, and without it nothing scales at all: its metrics stay.
        foreach (var metric in metrics.OfType<JsonObject>().ToList())
        {
            var type = (string?)metric["type"] ?? "";
            var group = MetricReader.GroupOf(type);
            if (group != OptionalApi.Metrics && !cluster.Answers(group))
            {
                metrics.Remove(metric);
                var metricName = (string?)(metric.FirstOrDefault(p => p.Value is JsonObject).Value?["metric"]?["name"]);
                said.Add($"{type} metric {metricName} of {name}: no server answers for {group}");
            }
        }

        if (metrics.Count > 0)
        {
            return fitted;
        }

        said.Add($"HorizontalPodAutoscaler {name}: none of its metrics is answered here");
        return null;
    }
}
