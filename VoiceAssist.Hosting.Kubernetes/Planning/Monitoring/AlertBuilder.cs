using VoiceAssist.Hosting.Kubernetes.Crds;
using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Writes alerts of one environment in one form.</summary>
internal sealed class AlertBuilder(AlertRules rules)
{
    private readonly List<PrometheusAlertRule> _alerts = [];

    public IReadOnlyList<PrometheusAlertRule> All => _alerts;

    /// <param name="name">The alert's name; its runbook's page follows from it.</param>
    /// <param name="expression">Fires for each series it yields.</param>
    /// <param name="time">For how long it must.</param>
    /// <param name="summary">One sentence; <c>{{ $labels.x }}</c> and <c>{{ $value }}</c> are filled in.</param>
    /// <param name="severity">The label <c>severity</c>.</param>
    /// <param name="labels">Further labels.</param>
    public void Add(string name, string expression, TimeSpan time, string summary, string severity = "warning", params IEnumerable<KeyValuePair<string, string>> labels)
    {
        var alert = new PrometheusAlertRule
        {
            Alert = name,
            Expr = expression,
            For = PromDuration.Of(time),
            Annotations =
            {
                ["runbook_url"] = $"{rules.Runbooks.TrimEnd('/')}/{AlertText.RunbookPage(name)}",
                ["summary"] = summary,
            },
        };
        alert.Labels["severity"] = severity;
        foreach (var (label, value) in labels)
        {
            alert.Labels[label] = value;
        }

        _alerts.Add(alert);
    }
}
