namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>Graphs under a heading.</summary>
internal sealed record DashboardRow(string Title, IReadOnlyList<DashboardPanel> Panels);
