using System.Collections;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Compares snapshots by what they say: the orchestrator's watches repeat themselves whenever they are renewed.</summary>
internal static class SnapshotContent
{
    public static bool Equal(CustomResourceSnapshot a, CustomResourceSnapshot b) =>
        ReferenceEquals(a, b) ||
        (a.ResourceType == b.ResourceType &&
        a.CreationTimeStamp == b.CreationTimeStamp &&
        a.StartTimeStamp == b.StartTimeStamp &&
        a.StopTimeStamp == b.StopTimeStamp &&
        a.State == b.State &&
        a.ExitCode == b.ExitCode &&
        a.IsHidden == b.IsHidden &&
        a.IconName == b.IconName &&
        a.IconVariant == b.IconVariant &&
        a.HealthReports.SequenceEqual(b.HealthReports) &&
        a.EnvironmentVariables.SequenceEqual(b.EnvironmentVariables) &&
        a.Urls.SequenceEqual(b.Urls) &&
        a.Volumes.SequenceEqual(b.Volumes) &&
        a.Relationships.SequenceEqual(b.Relationships) &&
        a.Commands.SequenceEqual(b.Commands) &&
        a.Properties.Length == b.Properties.Length &&
        a.Properties.Zip(b.Properties).All(p => p.First with { Value = null } == p.Second with { Value = null } && Same(p.First.Value, p.Second.Value)));

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (string or null, _) => Equals(a, b),
        (IEnumerable listA, IEnumerable listB and not string) => listA.Cast<object?>().SequenceEqual(listB.Cast<object?>()),
        _ => Equals(a, b),
    };
}
