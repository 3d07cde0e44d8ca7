namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>A PostgreSQL server as a process.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="directory">Where it runs.</param>
/// <param name="password">The superuser's password.</param>
internal sealed class EmbeddedPostgresResource(string name, string directory, ParameterResource password)
    : ExecutableResource(name, "/bin/sh", directory), IResourceWithConnectionString
{
    public const string EndpointName = "tcp";

    /// <summary>The superuser, the same as in the container image.</summary>
    public const string UserName = "postgres";

    /// <summary>The port on which the server listens, behind the one that clients use.</summary>
    public EndpointReferenceExpression ListeningPort => Endpoint.Property(EndpointProperty.TargetPort);

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host={Endpoint.Property(EndpointProperty.Host)};Port={Endpoint.Property(EndpointProperty.Port)};Username={UserName};Password={password}");

    private EndpointReference Endpoint => this.GetEndpoint(EndpointName);
}
