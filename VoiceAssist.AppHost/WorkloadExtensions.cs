using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost;

/// <summary>What gateway and worker have in common in the app model.</summary>
internal static class WorkloadExtensions
{
    /// <summary>
    /// One http endpoint; healthy when <c>/ready</c> answers. Its port is fixed only in what is published: locally every port is chosen
    /// when the app starts, so that replicas and a second run never meet.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithWorkloadDefaults(this IResourceBuilder<ProjectResource> project, int publishedPort)
    {
        var app = project.ApplicationBuilder;
        project
            .WithHttpEndpoint(targetPort: app.ExecutionContext.IsPublishMode ? publishedPort : null)
            .WithHttpHealthCheck(EndpointPaths.Ready);

        // A cluster decides on its own environment; nothing that is published says Development.
        return app.ExecutionContext.IsRunMode
            ? project.WithEnvironment("ASPNETCORE_ENVIRONMENT", app.Environment.EnvironmentName)
            : project;
    }
}
