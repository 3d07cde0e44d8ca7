using System.Globalization;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Alerts on the namespace: the quota, budgets that block drains, containers that crash.</summary>
internal static class CapacityAlerts
{
    public const string QuotaAlmostUsed = "QuotaAlmostUsed";
    public const string BudgetBlocking = "DisruptionBudgetBlocking";
    public const string CrashLooping = "ContainerCrashLooping";

    /// <summary>A container that waits in a back-off runs for moments in between; this long one look back bridges them.</summary>
    private const string CrashWindow = "5m";

    public static void Add(AlertBuilder alerts, EnvironmentContext environment, AlertRules rules)
    {
        AddQuota(alerts, environment, rules);
        AddBudgets(alerts, environment, rules);
        alerts.Add(
            CrashLooping,
            SeriesScope.Within(
                environment,
                "max_over_time(kube_pod_container_status_waiting_reason{reason=\"CrashLoopBackOff\","
                + $"container=~\"{AlertText.AnyOf(environment.Workloads.Select(w => w.ContainerName).Distinct())}\","
                + $"pod=~\"({AlertText.AnyOf(environment.Workloads.Select(w => w.Name))})-.+\"}}[{CrashWindow}]) >= 1"),
            rules.FaultFor,
            "Container {{ $labels.container }} of {{ $labels.pod }} in {{ $labels.namespace }} crashes again and again.",
            "critical");
    }

    private static void AddQuota(AlertBuilder alerts, EnvironmentContext environment, AlertRules rules)
    {
        // Volumes do not come and go with the load: their share of the quota is used in full by design.
        var quota = $"resourcequota=\"{ObjectNames.Quota(environment)}\",resource!~\"persistentvolumeclaims|requests.storage\"";
        alerts.Add(
            QuotaAlmostUsed,
            SeriesScope.Within(
                environment,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"kube_resourcequota{{{quota},type=\"used\"}} / ignoring (type) (kube_resourcequota{{{quota},type=\"hard\"}} > 0) > {rules.QuotaUsed.Value / 100m}")),
            rules.FaultFor,
            "{{ $labels.resource }} of quota {{ $labels.resourcequota }} in {{ $labels.namespace }} is used to {{ $value | humanizePercentage }}.");
    }

    private static void AddBudgets(AlertBuilder alerts, EnvironmentContext environment, AlertRules rules)
    {
        // Budgets that block on purpose say so; an alert on them would only teach people to ignore it.
        var budgets = environment.Workloads
            .Where(w => w.Budget is { MinAvailablePods: { Value: > 0 }, BlocksDrainBecause: null })
            .Select(ObjectNames.DisruptionBudget)
            .ToArray();
        if (budgets.Length == 0)
        {
            return;
        }

        alerts.Add(
            BudgetBlocking,
            SeriesScope.Within(
                environment,
                $"kube_poddisruptionbudget_status_pod_disruptions_allowed{{poddisruptionbudget=~\"{AlertText.AnyOf(budgets)}\"}} == 0"
                + " and on (namespace, poddisruptionbudget) kube_poddisruptionbudget_status_expected_pods > 0"),
            rules.FaultFor,
            "{{ $labels.poddisruptionbudget }} in {{ $labels.namespace }} lets no pod go: a drain of its nodes waits.");
    }
}
