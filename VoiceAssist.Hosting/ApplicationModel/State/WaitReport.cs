using System.Globalization;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Says in words why a wait ended without success.</summary>
internal static class WaitReport
{
    /// <summary>Continues "because it ...".</summary>
    public static string Unavailability(CustomResourceSnapshot snapshot)
    {
        var state = snapshot.State?.Text;
        if (state == KnownResourceStates.FailedToStart)
        {
            return "failed to start";
        }

        var exitCode = snapshot.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $" with exit code {code}") : "";
        return $"entered the '{state}' state{exitCode}";
    }

    /// <summary>What became of a resource until the wait for it was cancelled.</summary>
    public static string Cancelled(string resourceName, string goal, IReadOnlyList<ResourceEvent> states)
    {
        var text = new StringBuilder($"The wait for resource '{resourceName}' was cancelled before it reached {goal}.");
        var instances = states.Where(e => string.Equals(e.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase)).ToArray();
        foreach (var instance in instances)
        {
            text.AppendLine().Append("- ").Append(Describe(instance));
        }

        if (instances.Length == 0)
        {
            text.Append(" Nothing was ever heard of it; known resources: ")
                .AppendJoin(", ", states.Select(e => e.Resource.Name).Distinct()).Append('.');
        }

        return text.ToString();
    }

    private static string Describe(ResourceEvent instance)
    {
        var snapshot = instance.Snapshot;
        var text = new StringBuilder($"{instance.ResourceId}: {snapshot.State?.Text ?? "no state"}");
        if (snapshot.ExitCode is { } code)
        {
            text.Append(CultureInfo.InvariantCulture, $", exit code {code}");
        }

        if (snapshot.HealthStatus is { } health)
        {
            text.Append(CultureInfo.InvariantCulture, $", {health}");
        }

        foreach (var report in snapshot.HealthReports)
        {
            text.Append($"; {report.Name}: {report.Status?.ToString() ?? "no answer yet"} {report.Description}".TrimEnd());
        }

        if (snapshot.Properties.FirstOrDefault(p => p.Name == KnownProperties.Resource.WaitingFor)?.Value is IEnumerable<string> waitingFor)
        {
            text.Append("; waiting for ").AppendJoin(", ", waitingFor);
        }

        return text.ToString();
    }
}
