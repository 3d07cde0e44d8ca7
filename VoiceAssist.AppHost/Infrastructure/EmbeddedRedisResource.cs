namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>A Redis server as a process.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="directory">Where it runs.</param>
/// <param name="password">Its password.</param>
internal sealed class EmbeddedRedisResource(string name, string directory, ParameterResource password)
    : ExecutableResource(name, "/bin/sh", directory), IResourceWithConnectionString
{
    public const string EndpointName = "tcp";

    /// <summary>The port on which the server listens, behind the one that clients use.</summary>
    public EndpointReferenceExpression ListeningPort => Endpoint.Property(EndpointProperty.TargetPort);

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"{Endpoint.Property(EndpointProperty.HostAndPort)},password={password}");

    private EndpointReference Endpoint => this.GetEndpoint(EndpointName);
}
