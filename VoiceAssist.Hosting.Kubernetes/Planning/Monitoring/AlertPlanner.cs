using System.Globalization;
using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Planning.Scaling;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>The PrometheusRule of an environment that has alerts. It is no part of the base: not every environment has them.</summary>
internal sealed class AlertPlanner : IObjectPlanner
{
    /// <summary>The component of the tree.</summary>
    public const string ComponentName = "alerts";

    public IEnumerable<PlannedObject> Plan(EnvironmentContext environment)
    {
        if (environment.Cluster.Alerts is not { } rules)
        {
            yield break;
        }

        var rule = new PrometheusRule
        {
            Metadata = new() { Name = ObjectNames.Alerts(environment), NamespaceProperty = environment.Namespace, Labels = Labels.OfMonitor(Labels.OfApp(environment), environment) },
            Spec = new()
            {
                Groups =
                [
                    Group(environment, rules, "autoscaling", AutoscalerAlerts.Add),
                    Group(environment, rules, "capacity", CapacityAlerts.Add),
                    Group(environment, rules, "workloads", AddOwn),
                ],
            },
        };
        rule.Spec.Groups = [.. rule.Spec.Groups.Where(g => g.Rules.Count > 0)];
        yield return new(rule, ScalingFiles.Alerts) { Component = ComponentName };
    }

    private static PrometheusRuleGroup Group(EnvironmentContext environment, AlertRules rules, string name, Action<AlertBuilder, EnvironmentContext, AlertRules> add)
    {
        var alerts = new AlertBuilder(rules);
        add(alerts, environment, rules);
        return new() { Name = $"{environment.Application}.{name}", Rules = [.. alerts.All] };
    }

    /// <summary>Those that the workloads' policies add.</summary>
    private static void AddOwn(AlertBuilder alerts, EnvironmentContext environment, AlertRules rules)
    {
        foreach (var workload in environment.Workloads)
        {
            foreach (var alert in workload.Monitoring?.Alerts ?? [])
            {
                var above = alert.Above.ToString(CultureInfo.InvariantCulture);
                alerts.Add(
                    alert.Name,
                    $"{MetricQuery.Of(alert, SeriesScope.Matchers(environment), MetricQuery.Window(environment.ScrapeInterval))} > {above}",
                    alert.For,
                    alert.Summary ?? $"{alert.Series} of {workload.Name}: {{{{ $value }}}} is above {above}.",
                    alert.Severity,
                    [new("workload", workload.Name)]);
            }
        }
    }
}
