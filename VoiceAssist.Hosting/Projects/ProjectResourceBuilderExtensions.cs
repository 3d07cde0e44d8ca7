using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds .NET projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project that the app host references.</summary>
    /// <typeparam name="TProject">The class generated for it: <c>Projects.NAME</c>.</typeparam>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() => builder.AddProject(name, new TProject(), LaunchProfileChoice.Default);

    /// <summary>Adds a project that the app host references.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="launchProfileName">The launch profile to take endpoints and environment from; null for none.</param>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new() => builder.AddProject(name, new TProject(), new LaunchProfileChoice(launchProfileName));

    /// <summary>Adds a project by its file; a relative path starts at the app host's directory.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.AddProject(name, ProjectFile.Find(builder, name, projectPath), LaunchProfileChoice.Default);

    /// <summary>Adds a project by its file; a relative path starts at the app host's directory.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath, string? launchProfileName) =>
        builder.AddProject(name, ProjectFile.Find(builder, name, projectPath), new LaunchProfileChoice(launchProfileName));

    /// <summary>How many instances run.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);
    }

    private static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata, LaunchProfileChoice choice)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation(metadata);
        var defaults = new ProjectDefaults(project, choice.Read(metadata, name, builder.Configuration));
        if (builder.ExecutionContext.IsPublishMode)
        {
            defaults.ApplyForPublish();
        }
        else
        {
            defaults.ApplyForRun(builder.Environment.IsDevelopment());
        }

        return project;
    }
}
