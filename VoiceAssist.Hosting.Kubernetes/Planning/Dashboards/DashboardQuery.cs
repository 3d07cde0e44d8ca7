namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>A line of a panel.</summary>
/// <param name="Expression">The PromQL.</param>
/// <param name="Legend">The line's name; <c>{{label}}</c> is filled in.</param>
/// <param name="IsBound">Whether it is a target or a limit, drawn as a dashed line.</param>
internal sealed record DashboardQuery(string Expression, string Legend, bool IsBound = false);
