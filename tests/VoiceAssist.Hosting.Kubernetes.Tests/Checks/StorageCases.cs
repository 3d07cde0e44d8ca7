using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

internal static class StorageCases
{
    public static IReadOnlyList<CheckCase> All { get; } =
    [
        new("VAK701", "an autoscaled workload on one claim", "up to 15 replicas and 1 more during a rollout share the claim files") { Plan = p => Claim(p, Shop.Api, "ReadWriteOnce") },
        new("VAK701", "one replica that is rolled with surge", "up to 1 replicas and 1 more during a rollout share the claim files") { Plan = p => Claim(p, Shop.Cache, "ReadWriteOnce") },
        new("VAK701", "one replica that is recreated", null) { Plan = p => Claim(p, Shop.Cache, "ReadWriteOnce").Edit<V1Deployment>(Shop.Cache, d => d.Spec.Strategy = new() { Type = "Recreate" }) },
        new("VAK701", "a volume for many", null) { Plan = p => Claim(p, Shop.Api, "ReadWriteMany") },

        new("VAK702", "two databases", "up to 2 replicas with 1 volumes each") { Plan = p => p.Edit<V1StatefulSet>(Shop.Database, s => s.Spec.Replicas = 2) },
        new("VAK702", "one database", null) { Plan = p => p.Edit<V1StatefulSet>(Shop.Database, s => s.Spec.Replicas = 1) },

        new("VAK703", "a Kubernetes quantity", "--maxmemory 768Mi: it has a unit that Redis does not know") { Plan = p => MaxMemory(p, "768Mi") },
        new("VAK703", "as much as the container may use", "--maxmemory 1gb: the container's limit is 1Gi") { Plan = p => MaxMemory(p, "1gb") },
        new("VAK703", "a plain argument list", "has a unit that Redis does not know") { Plan = p => p.EditContainer(Shop.Cache, c => (c.Command, c.Args) = (["redis-server"], ["--maxmemory", "768Mi"])) },
        new("VAK703", "bytes", null) { Plan = p => MaxMemory(p, "805306368") },
        new("VAK703", "from a variable", null) { Plan = p => MaxMemory(p, "$(MAX_MEMORY)") },
    ];

    private static EnvironmentPlan MaxMemory(EnvironmentPlan plan, string value) =>
        plan.EditContainer(Shop.Cache, c => c.Args = [.. c.Args.Select(a => a.Replace("768mb", value, StringComparison.Ordinal))]);

    private static EnvironmentPlan Claim(EnvironmentPlan plan, string workload, string mode) =>
        plan.Add(new V1PersistentVolumeClaim { ApiVersion = "v1", Kind = "PersistentVolumeClaim", Metadata = plan.Meta("files"), Spec = new() { AccessModes = [mode] } })
            .EditPod(workload, s => s.Volumes = [new() { Name = "files", PersistentVolumeClaim = new() { ClaimName = "files" } }]);
}
