namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>What Grafana fills in; the namespace is chosen in the dashboard, never written into a query.</summary>
internal static class DashboardVariables
{
    public const string InNamespace = "namespace=\"$namespace\"";
    public const string RateInterval = "$__rate_interval";
    public const string DataSource = "${datasource}";
}
