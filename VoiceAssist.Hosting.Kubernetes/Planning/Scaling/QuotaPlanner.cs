using System.Globalization;
using k8s.Models;
using VoiceAssist.Autoscaling.Capacity;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

/// <summary>The ResourceQuota that admits the environment's own peak: every autoscaler at its maximum, a rollout and pods still stopping.</summary>
/// <remarks>
/// A quota refuses pods without requests and limits, so there is none unless every workload has them.
/// </remarks>
internal sealed class QuotaPlanner : IObjectPlanner
{
    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment)
    {
        if (environment.Workloads.Count == 0 || environment.Workloads.Any(w => w.Resources is not { CpuBounds: not null, MemoryBounds: not null }))
        {
            yield break;
        }

        var report = WorkloadCapacities.Of(environment);
        var hard = new SortedDictionary<string, ResourceQuantity>(StringComparer.Ordinal);
        var comments = new CommentBook();
        foreach (var (resource, amount) in report.Quota.ToHard())
        {
            hard[resource] = new(amount);
            comments.Say($"spec/hard/{resource}", null, Arithmetic(resource, report.Total));
        }

        AddStorage(environment, hard, comments);
        var quota = new V1ResourceQuota
        {
            ApiVersion = V1ResourceQuota.KubeApiVersion,
            Kind = V1ResourceQuota.KubeKind,
            Metadata = new() { Name = ObjectNames.Quota(environment), NamespaceProperty = environment.Namespace, Labels = Labels.OfApp(environment) },
            Spec = new() { Hard = hard },
        };
        yield return new(quota, ScalingFiles.Limits) { Comments = comments.All, At = environment.Workloads[0].PlaceOf<ResourcesPolicy>() };
    }

    /// <summary>Claims of StatefulSets; they stay when pods go, so their number is that of the most replicas.</summary>
    private static void AddStorage(EnvironmentContext environment, SortedDictionary<string, ResourceQuantity> hard, CommentBook comments)
    {
        var stateful = environment.Workloads.Where(w => w.IsStateful).ToArray();
        if (stateful.Length == 0 || stateful.Any(w => w.Storage?.VolumeSize is null))
        {
            return;
        }

        var claims = stateful.Select(w => (w.Name, Count: w.Volumes.Count * w.Replicas.Max, w.Storage!.VolumeSize!.Value)).ToArray();
        hard["persistentvolumeclaims"] = new(claims.Sum(c => c.Count).ToString(CultureInfo.InvariantCulture));
        hard["requests.storage"] = new(claims.Aggregate(Memory.Zero, (sum, c) => sum + (c.Value * c.Count)).ToString());
        var sum = string.Join(" + ", claims.Select(c => $"{c.Count} x {c.Value} ({c.Name})"));
        comments.Say("spec/hard/persistentvolumeclaims", null, $"Volumes of the stateful workloads: {sum}.")
            .Say("spec/hard/requests.storage", null, $"Volumes of the stateful workloads: {sum}.");
    }

    private static string Arithmetic(string resource, CapacitySummary total)
    {
        Func<PodTotals, string> amount = resource switch
        {
            "requests.cpu" => p => Cores(p.Requests.Cpu),
            "limits.cpu" => p => Cores(p.Limits.Cpu),
            "requests.memory" => p => Gibibytes(p.Requests.Memory),
            "limits.memory" => p => Gibibytes(p.Limits.Memory),
            _ => p => p.Pods.ToString(CultureInfo.InvariantCulture),
        };
        var (unit, rounded) = resource switch
        {
            "requests.cpu" or "limits.cpu" => (" cores", ", rounded up to whole cores"),
            "requests.memory" or "limits.memory" => (" GiB", ", rounded up to whole GiB"),
            _ => (" pods", ""),
        };
        return $"{amount(total.Peak)} peak + {amount(total.Surge)} rollout surge + {amount(total.Terminating)} still terminating = {amount(total.Ceiling)}{unit}{rounded}.";
    }

    private static string Cores(Cpu cpu) => (cpu.Millicores / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Gibibytes(Memory memory) => (memory.Bytes / (decimal)(1L << 30)).ToString("0.###", CultureInfo.InvariantCulture);
}
