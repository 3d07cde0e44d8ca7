using System.Collections.Immutable;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>What the dashboard shows of a resource, as far as the model and DCP know it.</summary>
internal static class SnapshotFactory
{
    /// <summary>A resource before it starts.</summary>
    public static CustomResourceSnapshot Initial(IResource resource, CustomResourceSnapshot current, DateTime now)
    {
        var icon = resource.Annotations.OfType<ResourceIconAnnotation>().LastOrDefault();
        return current with
        {
            ResourceType = KnownResourceTypes.Of(resource),
            CreationTimeStamp = now,
            Properties = [.. current.Properties, .. Properties(resource)],
            Relationships = Relationships(resource),
            Volumes = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(Volume)],
            IconName = icon?.IconName ?? current.IconName,
            IconVariant = icon?.IconVariant ?? current.IconVariant,
        };
    }

    /// <summary>The arguments and variables with which an instance is about to start.</summary>
    public static CustomResourceSnapshot WithConfiguration(this CustomResourceSnapshot snapshot, ResolvedConfiguration configuration) => snapshot with
    {
        EnvironmentVariables = [.. configuration.Environment.Select(v => new EnvironmentVariableSnapshot(v.Key, v.Value, IsFromSpec: true))],
        Properties = snapshot.Properties
            .With(new ResourcePropertySnapshot(KnownProperties.Resource.AppArgs, configuration.Arguments.Select(a => a.Text).ToImmutableArray()) { IsSensitive = configuration.Arguments.Any(a => a.IsSensitive) })
            .With(KnownProperties.Resource.AppArgsSensitivity, configuration.Arguments.Select(a => a.IsSensitive ? 1 : 0).ToImmutableArray()),
    };

    /// <summary>What DCP says of an instance.</summary>
    public static CustomResourceSnapshot WithState(this CustomResourceSnapshot snapshot, WorkloadState state)
    {
        var properties = snapshot.Properties;
        if (state.Pid is { } pid)
        {
            properties = properties.With(KnownProperties.Executable.Pid, pid);
        }

        if (state.ContainerId is { } id)
        {
            properties = properties.With(KnownProperties.Container.Id, id);
        }

        var fromSpec = snapshot.EnvironmentVariables.Where(v => v.IsFromSpec).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        return snapshot with
        {
            State = state.State is null ? snapshot.State : new(state.State, Style(state)),
            ExitCode = state.IsTerminal ? state.ExitCode : null,
            StartTimeStamp = state.StartedAt ?? snapshot.StartTimeStamp,
            StopTimeStamp = state.StoppedAt,
            Properties = properties,

            // DCP has replaced the ports in them, and adds what the program inherits.
            EnvironmentVariables = state.Environment.Count == 0
                ? snapshot.EnvironmentVariables
                : [.. state.Environment.Select(v => new EnvironmentVariableSnapshot(v.Name, v.Value, fromSpec.Contains(v.Name)))],
        };
    }

    private static string? Style(WorkloadState state) => state.State switch
    {
        "FailedToStart" => KnownResourceStateStyles.Error,
        "Finished" or "Exited" when state.ExitCode is not (null or 0 or -1) => KnownResourceStateStyles.Error,
        "Running" => KnownResourceStateStyles.Success,
        _ => null,
    };

    private static IEnumerable<ResourcePropertySnapshot> Properties(IResource resource)
    {
        if (resource is ProjectResource project)
        {
            yield return new(KnownProperties.Project.Path, project.GetProjectMetadata().ProjectPath);
        }
        else if (resource is ExecutableResource executable)
        {
            yield return new(KnownProperties.Executable.Path, executable.Command);
            yield return new(KnownProperties.Executable.WorkDir, executable.WorkingDirectory);
        }
        else if (resource.TryGetContainerImageName(out var image))
        {
            yield return new(KnownProperties.Container.Image, image);
            yield return new(KnownProperties.Container.Ports, resource.Annotations.OfType<EndpointAnnotation>().Select(e => e.TargetPort?.ToString(CultureInfo.InvariantCulture) ?? "").ToImmutableArray());
        }

        if (resource is IResourceWithParent child)
        {
            yield return new(KnownProperties.Resource.ParentName, child.Parent.GetInstanceNames()[0]);
        }
    }

    private static ImmutableArray<RelationshipSnapshot> Relationships(IResource resource)
    {
        var relationships = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type));
        return [.. (resource is IResourceWithParent child ? relationships.Append(new(child.Parent.Name, KnownRelationshipTypes.Parent)) : relationships).Distinct()];
    }

    private static VolumeSnapshot Volume(ContainerMountAnnotation mount) =>
        new(mount.Source, mount.Target, mount.Type == ContainerMountType.Volume ? "volume" : "bind", mount.IsReadOnly);
}
