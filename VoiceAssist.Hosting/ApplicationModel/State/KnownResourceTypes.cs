namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resource types for which the dashboard has an icon and a behaviour.</summary>
internal static class KnownResourceTypes
{
    public const string Project = "Project";
    public const string Container = "Container";
    public const string Executable = "Executable";
    public const string Parameter = "Parameter";
    public const string ConnectionString = "ConnectionString";

    public static string Of(IResource resource) => resource switch
    {
        ProjectResource => Project,
        ContainerResource => Container,
        ExecutableResource => Executable,
        ParameterResource => Parameter,
        ConnectionStringResource => ConnectionString,
        _ => Shortened(resource.GetType().Name),
    };

    private static string Shortened(string typeName) =>
        typeName.EndsWith("Resource", StringComparison.Ordinal) && typeName.Length > "Resource".Length
            ? typeName[..^"Resource".Length]
            : typeName;
}
