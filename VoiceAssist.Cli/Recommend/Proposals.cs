using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Advising;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Recommend;

/// <summary>From what a workload was seen to use to figures of its policies. Pure.</summary>
internal sealed class Proposals(PublishedEnvironment environment, PolicySources sources)
{
    // Closer than this it is not worth a rollout.
    private const double NotableChange = 0.1;

    /// <param name="workload">The workload.</param>
    /// <param name="suggested">The requests that usage or the vertical autoscaler suggest.</param>
    /// <param name="reason">Where that comes from.</param>
    public IEnumerable<Proposal> Of(PublishedPlan.PlannedWorkload workload, ResourceAmounts suggested, string reason)
    {
        var cpu = One(workload, "cpu", "Cpu", workload.Requests.CpuMillicores, suggested.Cpu.Millicores, v => Cpu.FromMillicores(v).ToString(), reason);
        var memory = One(workload, "memory", "Memory", workload.Requests.MemoryBytes, RoundUp(suggested.Memory.Bytes), v => Memory.FromBytes(v).ToString(), reason);
        return cpu.Concat(memory);
    }

    private IEnumerable<Proposal> One(PublishedPlan.PlannedWorkload workload, string resource, string call, long old, long suggested, Func<long, string> text, string reason)
    {
        if (suggested <= 0 || Math.Abs(suggested - old) < old * NotableChange)
        {
            yield break;
        }

        yield return new(workload.Name, $"{resource} request", sources.Find(workload.Container, environment.Name, "WithResources", call), text(old), text(suggested), reason);
        if (TargetOf(workload, resource) is { } target && RequestAdvisor.KeepScalePoint(target, old, suggested) is var kept && kept != target)
        {
            yield return new(
                workload.Name,
                $"{resource} utilization",
                sources.Find(workload.Container, environment.Name, "WithHorizontalScaling", call + "Utilization"),
                $"{target} %",
                $"{kept} %",
                $"with the new request, so that it scales at the same use of {resource}");
        }
    }

    private int? TargetOf(PublishedPlan.PlannedWorkload workload, string resource) =>
        (environment.Objects.FirstOrDefault(o => (string?)o["kind"] == "HorizontalPodAutoscaler" && (string?)o["spec"]?["scaleTargetRef"]?["name"] == workload.Name)?["spec"]?["metrics"] as JsonArray ?? [])
        .Where(m => (string?)m?["resource"]?["name"] == resource).Select(m => (int?)m!["resource"]!["target"]?["averageUtilization"]).FirstOrDefault();

    // Whole mebibytes: figures that people can read.
    private static long RoundUp(long bytes) => (bytes + (1 << 20) - 1) >> 20 << 20;
}
