using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Reading;

/// <summary>Kubernetes' label selectors (<c>apimachinery/pkg/labels</c>): every label and every expression must hold.</summary>
internal static class LabelSelectors
{
    public static bool Matches(this V1LabelSelector selector, IDictionary<string, string> labels) =>
        Matches(selector.MatchLabels, labels)
        && (selector.MatchExpressions ?? []).All(e => Holds(e, labels));

    public static bool Matches(IDictionary<string, string>? selector, IDictionary<string, string> labels) =>
        selector is null || selector.All(s => labels.TryGetValue(s.Key, out var value) && value == s.Value);

    /// <summary>Whether a selector picks everything.</summary>
    public static bool IsEmpty(this V1LabelSelector selector) =>
        selector.MatchLabels is null or { Count: 0 } && selector.MatchExpressions is null or { Count: 0 };

    public static string Text(this V1LabelSelector selector) => string.Join(",", [
        .. Pairs(selector.MatchLabels),
        .. (selector.MatchExpressions ?? []).Select(e => $"{e.Key} {e.OperatorProperty} ({string.Join(",", e.Values ?? [])})"),
    ]);

    public static string Text(IDictionary<string, string>? labels) => string.Join(",", Pairs(labels));

    private static IEnumerable<string> Pairs(IDictionary<string, string>? labels) =>
        (labels ?? new Dictionary<string, string>()).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}");

    private static bool Holds(V1LabelSelectorRequirement expression, IDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(expression.Key, out var value);
        return expression.OperatorProperty switch
        {
            "In" => has && (expression.Values ?? []).Contains(value!),
            "NotIn" => !has || !(expression.Values ?? []).Contains(value!),
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }
}
