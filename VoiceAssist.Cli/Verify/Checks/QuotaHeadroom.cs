using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Verify.Checks;

/// <summary>Every quota leaves room for all autoscalers at their maximum and a rollout, beside what others use of it.</summary>
internal static class QuotaHeadroom
{
    public static IEnumerable<CheckResult> Of(IReadOnlyList<JsonObject> published, LiveState live)
    {
        var total = ManifestCapacity.Of(published).Total;
        var needed = total.Peak + total.Surge;
        var own = live.Pods.Where(p => IsOwn(p, published) && (string?)p["status"]?["phase"] is not ("Succeeded" or "Failed")).ToList();
        var used = new PodTotals(own.Count, Sum(own, "requests"), Sum(own, "limits"));
        return needed.Pods == 0 ? [] : live.Quotas.Select(q => Of(q, Amounts(needed), Amounts(used)));
    }

    private static CheckResult Of(JsonObject quota, Dictionary<string, long> needed, Dictionary<string, long> own)
    {
        var hard = quota["status"]?["hard"] as JsonObject ?? quota["spec"]?["hard"] as JsonObject ?? [];
        var tooMuch = new List<string>();
        var shares = new List<string>();
        foreach (var (name, limit) in hard.Where(h => needed.ContainsKey(h.Key)))
        {
            var most = Milli.Parse(limit!.ToString());
            var others = Math.Max(0, Milli.Parse(quota["status"]?["used"]?[name]?.ToString() ?? "0") - own[name]);
            var atPeak = needed[name] + others;
            shares.Add($"{name} {100.0 * atPeak / Math.Max(1, most):0} %");
            if (atPeak > most)
            {
                tooMuch.Add($"{name}: {Text(name, needed[name])} at the peak{(others > 0 ? $" and {Text(name, others)} of others" : "")} do not fit into {limit}");
            }
        }

        return CheckResult.Of("quota", quota, tooMuch.Count == 0, tooMuch.Count > 0 ? string.Join("; ", tooMuch) : $"peak and a rollout take {string.Join(", ", shares)}");
    }

    private static Dictionary<string, long> Amounts(PodTotals totals) => new(StringComparer.Ordinal)
    {
        ["pods"] = totals.Pods * 1000L,
        ["requests.cpu"] = totals.Requests.Cpu.Millicores,
        ["limits.cpu"] = totals.Limits.Cpu.Millicores,
        ["requests.memory"] = totals.Requests.Memory.Bytes * 1000,
        ["limits.memory"] = totals.Limits.Memory.Bytes * 1000,
    };

    private static string Text(string name, long milli) => name.EndsWith("memory", StringComparison.Ordinal) ? Memory.FromBytes(milli / 1000).ToString() : Milli.ToText(milli);

    private static ResourceAmounts Sum(IEnumerable<JsonObject> pods, string which) => pods.Aggregate(ResourceAmounts.Zero, (sum, pod) => sum + PodAmounts.Of(pod["spec"], which));

    private static bool IsOwn(JsonObject pod, IReadOnlyList<JsonObject> published) => published.Any(o =>
        (string?)o["kind"] is "Deployment" or "StatefulSet"
        && o["spec"]?["selector"]?["matchLabels"] is JsonObject labels
        && labels.All(l => (string?)pod["metadata"]?["labels"]?[l.Key] == (string?)l.Value));
}
