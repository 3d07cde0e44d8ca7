using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>What the dashboard shows: each autoscaler with its metrics against their targets, and the namespace's capacity.</summary>
internal static class DashboardRows
{
    public static IEnumerable<DashboardRow> Of(EnvironmentContext environment)
    {
        foreach (var workload in environment.Workloads.Where(MetricsDialect.IsScaled))
        {
            yield return new(workload.Name, [Replicas(workload), .. MetricPanels.Of(environment, workload)]);
        }

        var own = environment.Workloads
            .SelectMany(w => (w.Monitoring?.Alerts ?? []).Select(a => new DashboardPanel(
                $"{w.Name}: {a.Name}",
                "short",
                new DashboardQuery(MetricQuery.Of(a, DashboardVariables.InNamespace, DashboardVariables.RateInterval), a.Name),
                new DashboardQuery(FormattableString.Invariant($"vector({a.Above})"), "alert above", IsBound: true))))
            .ToArray();
        if (own.Length > 0)
        {
            yield return new("Alerts of the workloads", own);
        }

        yield return new("Capacity", [Quota(environment), Budgets(), Restarts()]);
    }

    private static DashboardPanel Replicas(WorkloadModel workload)
    {
        var which = $"{{{DashboardVariables.InNamespace},horizontalpodautoscaler=\"{ObjectNames.Autoscaler(workload)}\"}}";
        return new(
            $"{workload.Name}: replicas",
            "short",
            new DashboardQuery($"kube_horizontalpodautoscaler_status_desired_replicas{which}", "desired"),
            new DashboardQuery($"kube_horizontalpodautoscaler_status_current_replicas{which}", "current"),
            new DashboardQuery($"kube_horizontalpodautoscaler_spec_min_replicas{which}", "min", IsBound: true),
            new DashboardQuery($"kube_horizontalpodautoscaler_spec_max_replicas{which}", "max", IsBound: true));
    }

    private static DashboardPanel Quota(EnvironmentContext environment)
    {
        var quota = $"{DashboardVariables.InNamespace},resourcequota=\"{ObjectNames.Quota(environment)}\"";
        return new(
            "Quota used",
            "percentunit",
            new DashboardQuery($"kube_resourcequota{{{quota},type=\"used\"}} / ignoring (type) (kube_resourcequota{{{quota},type=\"hard\"}} > 0)", "{{resource}}"));
    }

    private static DashboardPanel Budgets() => new(
        "Pods that may be disrupted",
        "short",
        new DashboardQuery($"kube_poddisruptionbudget_status_pod_disruptions_allowed{{{DashboardVariables.InNamespace}}}", "{{poddisruptionbudget}} allowed"),
        new DashboardQuery($"kube_poddisruptionbudget_status_current_healthy{{{DashboardVariables.InNamespace}}}", "{{poddisruptionbudget}} healthy"),
        new DashboardQuery($"kube_poddisruptionbudget_status_desired_healthy{{{DashboardVariables.InNamespace}}}", "{{poddisruptionbudget}} must be healthy", IsBound: true));

    private static DashboardPanel Restarts() => new(
        "Restarts in the last hour",
        "short",
        new DashboardQuery($"sum by (container) (increase(kube_pod_container_status_restarts_total{{{DashboardVariables.InNamespace}}}[1h]))", "{{container}}"));
}
