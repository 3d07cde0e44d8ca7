namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>An alert on what a workload exports, beside those that follow from its scaling.</summary>
/// <param name="Name">The alert's name, e.g. <c>DeadLetters</c>; its runbook is <c>dead-letters.md</c>.</param>
/// <param name="Series">The Prometheus series it looks at, as the workload exports it.</param>
/// <param name="Query">The PromQL; <c>$selector</c> and <c>$window</c> as in <see cref="ExportedMetric"/>.</param>
/// <param name="Above">It fires while the query's value exceeds this.</param>
/// <param name="For">For how long.</param>
public sealed record MetricAlert(string Name, string Series, string Query, decimal Above, TimeSpan For)
{
    /// <value>As given.</value>
    /// <exception cref="ArgumentException">A query without <c>$selector</c> in the braces of its series.</exception>
    public string Query { get; init; } = QueryTemplate.Checked(Query);

    /// <value>The label <c>severity</c>. Default <c>warning</c>.</value>
    public string Severity { get; init; } = "warning";

    /// <value>One sentence for whom it wakes; null: the name and the threshold.</value>
    public string? Summary { get; init; }
}
