using VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Configuration of what stands beside the app: prometheus-adapter and Grafana. It serves all environments and belongs to no namespace.</summary>
internal static class MonitoringFiles
{
    /// <param name="environments">The base and every environment.</param>
    public static IReadOnlyList<PlannedFile> Of(IReadOnlyList<EnvironmentContext> environments)
    {
        if (environments.Count == 0)
        {
            return [];
        }

        var files = new List<PlannedFile>();
        if (AdapterRules.ToYaml(environments) is { } rules)
        {
            files.Add(new($"{ScalingFiles.Monitoring}/{AdapterRules.FileName}", rules));
        }

        files.Add(new($"{ScalingFiles.Monitoring}/{environments[0].Application}-dashboard.json", Dashboard.ToJson(environments[0])));
        return files;
    }
}
