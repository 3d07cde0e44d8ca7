using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Checks.Reading;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Capacity;

/// <summary>The quota must hold every autoscaler at its maximum, a rollout's surge and the pods that are still stopping.</summary>
internal sealed class QuotaAdmitsPeak : EnvironmentCheck
{
    public override CheckDescription Description { get; } = new("VAK101", Severity.Error, "The quota does not admit the environment's own peak")
    {
        Why = "Pods beyond a ResourceQuota are refused when they are created: an autoscaler never reaches its maximum and a rollout hangs, exactly when the load is highest. "
            + "The peak is every autoscaler at its maximum, plus the surge of a rolling update of everything, plus old pods that still terminate; requests and limits both count.",
        Do = "Leave the quota to the model: it is derived from the same figures. If it was changed by hand, take it back; if the cluster has no room for it, lower the maxima or the requests.",
        Sample = "api.WithHorizontalScaling(s => s.Replicas(2, 10).In(\"prod\", p => p.Replicas(3, 15)));  // the quota of prod follows",
        Source = "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
    };

    protected override IEnumerable<Finding> Check(EnvironmentPlan plan)
    {
        var quotas = plan.Planned<V1ResourceQuota>().Where(q => q.Object.Spec is { Hard: not null, Scopes: null or { Count: 0 }, ScopeSelector: null }).ToArray();
        if (quotas.Length == 0)
        {
            yield break;
        }

        var total = PlannedCapacity.Of(plan).Total;
        foreach (var (planned, quota) in quotas)
        {
            foreach (var (key, need, parts) in Needs(total))
            {
                if (PodResources.Text(quota.Spec.Hard, key) is { } hard && Lacks(key, hard, need))
                {
                    yield return Found(plan, planned, $"{key} is {hard}, the peak needs {need} ({parts})");
                }
            }
        }
    }

    private static IEnumerable<(string Key, string Need, string Parts)> Needs(CapacitySummary total)
    {
        foreach (var prefix in (string[])["requests.", ""])
        {
            yield return ($"{prefix}cpu", total.Ceiling.Requests.Cpu.ToString(), Parts(total, p => p.Requests.Cpu));
            yield return ($"{prefix}memory", total.Ceiling.Requests.Memory.ToString(), Parts(total, p => p.Requests.Memory));
        }

        yield return ("limits.cpu", total.Ceiling.Limits.Cpu.ToString(), Parts(total, p => p.Limits.Cpu));
        yield return ("limits.memory", total.Ceiling.Limits.Memory.ToString(), Parts(total, p => p.Limits.Memory));
        yield return ("pods", $"{total.Ceiling.Pods}", Parts(total, p => p.Pods));
        yield return ("count/pods", $"{total.Ceiling.Pods}", Parts(total, p => p.Pods));
    }

    private static string Parts<T>(CapacitySummary total, Func<PodTotals, T> of) =>
        $"{of(total.Peak)} with every autoscaler at its maximum, {of(total.Surge)} surge, {of(total.Terminating)} still terminating";

    private static bool Lacks(string key, string hard, string need) => PodResources.Exceeds(key.EndsWith("memory", StringComparison.Ordinal) ? "memory" : "cpu", need, hard);
}
