using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which health checks speak for a resource.</summary>
internal static class HealthCheckKeys
{
    /// <summary>Its own and those of the resources it lives in: a database is not well when its server is not.</summary>
    public static IReadOnlyList<string> Of(IResource resource)
    {
        List<string> keys = [];
        for (var current = resource; current is not null; current = (current as IResourceWithParent)?.Parent)
        {
            keys.AddRange(current.Annotations.OfType<HealthCheckAnnotation>().Select(a => a.Key).Where(k => !keys.Contains(k)));
        }

        return keys;
    }

    /// <summary>The reports with one, still without an answer, for every key that has none.</summary>
    public static ImmutableArray<HealthReportSnapshot> WithUnanswered(ImmutableArray<HealthReportSnapshot> reports, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            if (!reports.Any(r => r.Name == key))
            {
                reports = reports.Add(new(key, Status: null, Description: null, ExceptionText: null));
            }
        }

        return reports;
    }

    /// <summary>The same reports without their answers.</summary>
    public static ImmutableArray<HealthReportSnapshot> Unanswered(ImmutableArray<HealthReportSnapshot> reports) =>
        [.. reports.Select(r => new HealthReportSnapshot(r.Name, Status: null, Description: null, ExceptionText: null))];
}
