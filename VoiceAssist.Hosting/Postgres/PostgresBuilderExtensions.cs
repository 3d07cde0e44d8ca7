using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL servers and databases.</summary>
public static class PostgresBuilderExtensions
{
    private const string Registry = "docker.io";
    private const string Image = "library/postgres";
    private const string Tag = "18.3";

    /// <summary>Adds a PostgreSQL container.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name, and that of the connection string.</param>
    /// <param name="userName">The superuser; null: <c>postgres</c>.</param>
    /// <param name="password">The superuser's password; null: generated.</param>
    /// <param name="port">The port clients use; null: chosen when the app starts.</param>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var passwordParameter = password?.Resource
            ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password");
        var server = new PostgresServerResource(name, userName?.Resource, passwordParameter);
        builder.Eventing.Subscribe<ResourceReadyEvent>(server, (@event, token) => PostgresDatabaseCreator.CreateAllAsync(server, @event.Services, token));
        return builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: PostgresServerResource.ServerPort, name: PostgresServerResource.PrimaryEndpointName)
            .WithImage(Image, Tag)
            .WithImageRegistry(Registry)
            .WithIconName("DatabaseMultiple")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --auth-local=scram-sha-256")
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["POSTGRES_USER"] = server.UserNameReference;
                context.EnvironmentVariables["POSTGRES_PASSWORD"] = server.PasswordParameter;
            })
            .WithHealthCheck(AddHealthCheck(builder, server, database: "postgres"));
    }

    /// <summary>Adds a database; when the app runs it is created as soon as the server is ready.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The resource's name, and that of the connection string.</param>
    /// <param name="databaseName">The database's name; null: the resource's.</param>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.AddDatabase(database.Name, database.DatabaseName);
        return builder.ApplicationBuilder.AddResource(database)
            .WithIconName("Database")
            .WithHealthCheck(AddHealthCheck(builder.ApplicationBuilder, database, database: null));
    }

    /// <summary>Keeps the data in a volume.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume's name; null: made of the app's and the resource's.</param>
    /// <param name="isReadOnly">Whether the server may only read it.</param>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/var/lib/postgresql", isReadOnly);

    private static string AddHealthCheck(IDistributedApplicationBuilder builder, IResourceWithConnectionString resource, string? database)
    {
        var key = $"{resource.Name}_check";
        builder.Services.AddHealthChecks().Add(new(key, _ => new PostgresHealthCheck(resource, database), failureStatus: null, tags: null));
        return key;
    }
}
