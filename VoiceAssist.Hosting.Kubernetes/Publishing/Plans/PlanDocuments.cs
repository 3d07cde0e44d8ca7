using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Rendering;
using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Publishing.Plans;

/// <summary>Makes <see cref="PlanDocument"/>s.</summary>
internal static class PlanDocuments
{
    /// <param name="plan">The environment.</param>
    /// <param name="rendered">Its objects as they are in the cluster.</param>
    public static PlanDocument Of(EnvironmentPlan plan, IReadOnlyList<MapNode> rendered)
    {
        var context = plan.Context;
        var components = plan.Objects
            .Where(o => o.Component is not null)
            .ToDictionary(o => (o.Object.Kind, o.Object.Metadata.Name), o => o.Component);
        var settings = rendered.FirstOrDefault(o => o.Text("kind") == "ConfigMap" && Name(o).StartsWith(context.Cluster.SettingsName + "-", StringComparison.Ordinal));
        return new()
        {
            Application = context.Application,
            Environment = context.Environment!,
            Namespace = context.Namespace,
            MinimumKubernetes = context.Cluster.MinimumKubernetes.ToString(2),
            MetricsBackend = context.Cluster.MetricsBackend.ToString(),
            MonitoringNamespace = context.Cluster.MonitoringNamespace,
            ScrapeIntervalSeconds = context.ScrapeInterval.TotalSeconds,
            PodSecurity = context.Cluster.PodSecurity,
            Settings = new(settings is null ? null : Name(settings), context.Cluster.Settings.ToDictionary(s => s.Key, s => s.Value.Value)),
            Secret = new(context.SecretName, SecretKeys.Of(context)),
            OptionalApis = [.. rendered.Where(o => !ObjectId.Of(o).IsBuiltIn).Select(o => o.Text("apiVersion")!).Distinct().Order(StringComparer.Ordinal)],
            Workloads = [.. context.Workloads.Select(w => WorkloadDocuments.Of(w, plan))],
            Capacity = CapacityDocument.Of(plan.Capacity),
            Objects =
            [
                .. rendered.Select(o => new ObjectDocument(
                    o.Text("apiVersion")!,
                    o.Text("kind")!,
                    Name(o),
                    o.Map("metadata")!.Text("namespace"),
                    components.GetValueOrDefault((o.Text("kind")!, Name(o))))),
            ],
        };
    }

    private static string Name(MapNode tree) => tree.Map("metadata")!.Text("name")!;
}
