namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>A database of an <see cref="EmbeddedPostgresResource"/>.</summary>
/// <param name="name">The resource's name, and the database's.</param>
/// <param name="server">The server.</param>
internal sealed class EmbeddedPostgresDatabaseResource(string name, EmbeddedPostgresResource server)
    : Resource(name), IResourceWithParent<EmbeddedPostgresResource>, IResourceWithConnectionString
{
    public EmbeddedPostgresResource Parent { get; } = server;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent};Database={Name}");
}
