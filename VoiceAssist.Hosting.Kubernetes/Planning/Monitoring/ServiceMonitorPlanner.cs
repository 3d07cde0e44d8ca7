using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>A ServiceMonitor for each workload that exports metrics.</summary>
internal sealed class ServiceMonitorPlanner : IObjectPlanner
{
    /// <summary>Prometheus' default scrape timeout; a monitor whose interval is shorter must state a shorter one.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment) => environment.Workloads
        .Where(w => w.Monitoring is not null)
        .Select(w => Plan(environment, w, w.Monitoring!));

    private static PlannedObject Plan(EnvironmentContext environment, WorkloadModel workload, MonitoringPolicy monitoring)
    {
        var interval = environment.ScrapeInterval;
        var monitor = new ServiceMonitor
        {
            Metadata = new() { Name = ObjectNames.ServiceMonitor(workload), NamespaceProperty = environment.Namespace, Labels = Labels.OfMonitor(Labels.For(workload, environment), environment) },
            Spec = new()
            {
                JobLabel = Labels.Name,
                Selector = new() { MatchLabels = Labels.Selector(workload) },
                Endpoints =
                [
                    new()
                    {
                        Port = monitoring.Endpoint,
                        Path = monitoring.Path,
                        Interval = PromDuration.Seconds(interval),
                        ScrapeTimeout = interval < DefaultTimeout ? PromDuration.Seconds(interval) : null,
                        Relabelings = [.. SeriesScope.Labels(environment).Select(l => new ServiceMonitorRelabeling { TargetLabel = l.Key, Replacement = l.Value })],
                    },
                ],
            },
        };
        var comments = new CommentBook()
            .Say("spec/endpoints/0/interval", null, "METRICS_SCRAPE_INTERVAL of this environment.")
            .Say("spec/endpoints/0/relabelings", null, "Alerts and queries tell environments apart by these, not by the namespace's name.");
        return new(monitor, ScalingFiles.AutoscalerOf(workload)) { Comments = comments.All, At = workload.PlaceOf<MonitoringPolicy>() };
    }
}
