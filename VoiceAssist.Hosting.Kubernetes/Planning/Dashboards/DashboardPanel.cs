namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>A graph.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Grafana's unit, e.g. <c>percent</c>.</param>
/// <param name="Queries">Its lines.</param>
internal sealed record DashboardPanel(string Title, string Unit, params IReadOnlyList<DashboardQuery> Queries);
