using System.Globalization;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>One table per environment: replicas, requests and limits at the minimum and at the peak, disruption budget, the sums, quota and headroom.</summary>
internal static class SummaryTable
{
    public static string Of(EnvironmentPlan plan)
    {
        var total = plan.Capacity.Total;
        var quota = plan.Capacity.Quota;
        var budgets = plan.Context.Workloads.ToDictionary(w => w.Name, w => w.Budget?.MinAvailablePods?.Value);
        var table = new TextTable(["", "replicas", "requests min", "requests peak", "limits min", "limits peak", "budget"]);
        foreach (var (workload, summary) in plan.Capacity.Workloads)
        {
            table.Add(workload.Name, Range(workload.MinReplicas, workload.MaxReplicas), Text(summary.Idle.Requests), Text(summary.Peak.Requests), Text(summary.Idle.Limits), Text(summary.Peak.Limits), budgets[workload.Name]?.ToString(CultureInfo.InvariantCulture) ?? "-");
        }

        table.AddLine();
        table.Add("sum", Range(total.Idle.Pods, total.Peak.Pods), Text(total.Idle.Requests), Text(total.Peak.Requests), Text(total.Idle.Limits), Text(total.Peak.Limits), "");
        table.Add("rollout at the peak", Count(total.Surge + total.Terminating), "", Text((total.Surge + total.Terminating).Requests), "", Text((total.Surge + total.Terminating).Limits), "");
        table.Add("quota", quota.Pods.ToString(CultureInfo.InvariantCulture), "", Text(quota.Requests), "", Text(quota.Limits), "");
        table.Add("headroom over the peak", (quota.Pods - total.Peak.Pods).ToString(CultureInfo.InvariantCulture), "", Text(quota.Requests - total.Peak.Requests), "", Text(quota.Limits - total.Peak.Limits), "");
        return $"{plan.Context} (namespace {plan.Context.Namespace}), in vCPU / GiB\n{table}";
    }

    private static string Range(int min, int max) => min == max ? Invariant($"{min}") : Invariant($"{min}-{max}");

    private static string Count(PodTotals totals) => Invariant($"+{totals.Pods}");

    private static string Text(ResourceAmounts amounts) => Invariant($"{amounts.Cpu.Millicores / 1000m:0.###} / {amounts.Memory.Bytes / (decimal)(1L << 30):0.###}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
