using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What every snapshot has whatever its publisher says: health reports, commands, relationships, an icon, a time of creation.</summary>
internal static class SnapshotRules
{
    /// <summary>The snapshot before anything was published.</summary>
    public static CustomResourceSnapshot Initial(IResource resource) =>
        resource.TryGetLastAnnotation<ResourceSnapshotAnnotation>(out var annotation)
            ? annotation.InitialSnapshot
            : new() { ResourceType = KnownResourceTypes.Of(resource), Properties = [], Relationships = Relationships(resource) };

    /// <summary>The snapshot to publish.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="previous">The instance's last snapshot.</param>
    /// <param name="next">What its publisher made of it.</param>
    /// <param name="services">For the callbacks of commands.</param>
    /// <param name="now">UTC.</param>
    public static CustomResourceSnapshot Complete(
        IResource resource, CustomResourceSnapshot previous, CustomResourceSnapshot next, IServiceProvider services, DateTime now)
    {
        // What a health check said of a program that has ended says nothing of the next one.
        var ended = KnownResourceStates.IsAlive(previous.State?.Text) && !KnownResourceStates.IsAlive(next.State?.Text);
        var reports = ended ? HealthCheckKeys.Unanswered(next.HealthReports) : next.HealthReports;
        next = next with
        {
            CreationTimeStamp = next.CreationTimeStamp ?? now,
            HealthReports = HealthCheckKeys.WithUnanswered(reports, HealthCheckKeys.Of(resource)),
            Properties = next.State?.Text == KnownResourceStates.Waiting ? next.Properties : next.Properties.Without(KnownProperties.Resource.WaitingFor),
        };

        if (resource.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon))
        {
            next = next with
            {
                IconName = string.IsNullOrEmpty(next.IconName) ? icon.IconName : next.IconName,
                IconVariant = next.IconVariant ?? icon.IconVariant,
            };
        }

        return next with { Commands = Commands(resource, next, services) };
    }

    private static ImmutableArray<RelationshipSnapshot> Relationships(IResource resource)
    {
        IEnumerable<RelationshipSnapshot> parent = resource is IResourceWithParent child ? [new(child.Parent.Name, KnownRelationshipTypes.Parent)] : [];
        return [.. parent.Concat(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(a => new RelationshipSnapshot(a.Resource.Name, a.Type))).Distinct()];
    }

    private static ImmutableArray<ResourceCommandSnapshot> Commands(IResource resource, CustomResourceSnapshot snapshot, IServiceProvider services)
    {
        var commands = snapshot.Commands;
        foreach (var annotation in resource.Annotations.OfType<ResourceCommandAnnotation>())
        {
            var state = annotation.UpdateState(new() { ResourceSnapshot = snapshot, ServiceProvider = services });
            var index = commands.Select(c => c.Name).ToList().IndexOf(annotation.Name);
            commands = index >= 0 ? commands.SetItem(index, commands[index] with { State = state }) : commands.Add(Snapshot(annotation, state));
        }

        return commands;
    }

#pragma warning disable CS0618 // the parameter is handed through to the dashboard
    private static ResourceCommandSnapshot Snapshot(ResourceCommandAnnotation command, ResourceCommandState state) => new(
        command.Name,
        state,
        command.DisplayName,
        command.DisplayDescription,
        command.Parameter,
        command.ConfirmationMessage,
        command.IconName,
        command.IconVariant,
        command.IsHighlighted);
#pragma warning restore CS0618
}
