using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>A container with a connection string, as a database server is.</summary>
internal sealed class ConnectableContainer(string name, Func<EndpointReference, ReferenceExpression> connectionString, string? entrypoint = null)
    : ContainerResource(name, entrypoint), IResourceWithConnectionString
{
    public EndpointReference Primary => this.GetEndpoint("tcp");

    public ReferenceExpression ConnectionStringExpression => connectionString(Primary);
}
