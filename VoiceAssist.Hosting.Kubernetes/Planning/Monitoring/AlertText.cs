using System.Text;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

/// <summary>Names of alerts in the forms that their parts need.</summary>
internal static class AlertText
{
    /// <summary>The page of an alert's runbook: <c>QuotaAlmostUsed</c> has <c>quota-almost-used.md</c>.</summary>
    public static string RunbookPage(string alert)
    {
        var page = new StringBuilder(alert.Length + 8);
        for (var i = 0; i < alert.Length; i++)
        {
            if (char.IsUpper(alert[i]) && i > 0)
            {
                page.Append('-');
            }

            page.Append(char.ToLowerInvariant(alert[i]));
        }

        return page.Append(".md").ToString();
    }

    /// <summary><c>^(a|b)$</c> without the anchors, which Prometheus adds; names of Kubernetes objects need no escaping but for the dot.</summary>
    public static string AnyOf(IEnumerable<string> names) => string.Join("|", names.Select(n => n.Replace(".", "\\\\.", StringComparison.Ordinal)));
}
