using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>Under which name and in which order the details pane shows the properties of each resource type.</summary>
internal static class KnownPropertyDisplays
{
    private static readonly Dictionary<string, (string Property, string Name)[]> ByType = new(StringComparer.OrdinalIgnoreCase)
    {
        [KnownResourceTypes.Container] =
        [
            (KnownProperties.Container.Image, "Container image"),
            (KnownProperties.Container.Id, "Container ID"),
            (KnownProperties.Container.Command, "Container command"),
            (KnownProperties.Container.Args, "Container arguments"),
            (KnownProperties.Container.Ports, "Container ports"),
            (KnownProperties.Container.Lifetime, "Container lifetime"),
        ],
        [KnownResourceTypes.Executable] =
        [
            (KnownProperties.Executable.Path, "Executable path"),
            (KnownProperties.Executable.WorkDir, "Working directory"),
            (KnownProperties.Executable.Args, "Executable arguments"),
            (KnownProperties.Executable.Pid, "Process ID"),
        ],
        [KnownResourceTypes.Project] =
        [
            (KnownProperties.Project.Path, "Project path"),
            (KnownProperties.Project.LaunchProfile, "Launch profile"),
            (KnownProperties.Executable.Pid, "Process ID"),
        ],
    };

    /// <summary>Null for a property that the details pane does not show by itself.</summary>
    public static (string Name, int SortOrder)? Find(string resourceType, string property)
    {
        var displays = ByType.GetValueOrDefault(resourceType, []);
        var index = Array.FindIndex(displays, d => string.Equals(d.Property, property, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (displays[index].Name, index);
    }
}
