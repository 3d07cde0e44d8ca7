using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using StackExchange.Redis;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Postgres and Redis as processes on this machine.</summary>
internal sealed class EmbeddedInfrastructure(IDistributedApplicationBuilder builder, DataSlot slot) : IInfrastructure
{
    public IResourceBuilder<IResourceWithConnectionString> AddJobDatabase()
    {
        var password = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{ResourceNames.Postgres}-password");
        var server = builder.AddResource(new EmbeddedPostgresResource(ResourceNames.Postgres, builder.AppHostDirectory, password));
        server
            .WithEndpoint(name: EmbeddedPostgresResource.EndpointName, scheme: "tcp")
            .WithIconName("DatabaseMultiple")
            .WithArgs(context =>
            {
                context.Args.Add(Script("postgres.sh"));
                context.Args.Add(LocalRuntime.PostgresHome);
                context.Args.Add(Path.Combine(slot.Directory, "postgres"));
                context.Args.Add(server.Resource.ListeningPort);
            })
            .WithEnvironment("POSTGRES_DB", ResourceNames.Database)
            .WithEnvironment(context => context.EnvironmentVariables["POSTGRES_PASSWORD"] = password)
            .WithHealthCheck(AddCheck(server.Resource, CheckPostgresAsync));
        slot.OnTaken(() => server.WithWorkingDirectory(slot.Directory));
        var database = builder.AddResource(new EmbeddedPostgresDatabaseResource(ResourceNames.Database, server.Resource));
        return database
            .WithIconName("Database")
            .WithHealthCheck(AddCheck(database.Resource, CheckPostgresAsync));
    }

    public IResourceBuilder<IResourceWithConnectionString> AddJobQueue()
    {
        var password = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{ResourceNames.Redis}-password", special: false);
        var redis = builder.AddResource(new EmbeddedRedisResource(ResourceNames.Redis, builder.AppHostDirectory, password));
        slot.OnTaken(() => redis.WithWorkingDirectory(slot.Directory));
        return redis
            .WithEndpoint(name: EmbeddedRedisResource.EndpointName, scheme: "redis")
            .WithIconName("Database")
            .WithArgs(Script("redis.sh"), redis.Resource.ListeningPort, LocalRuntime.RedisServer)
            .WithEnvironment(context => context.EnvironmentVariables["REDIS_PASSWORD"] = password)
            .WithHealthCheck(AddCheck(redis.Resource, CheckRedisAsync));
    }

    private static string Script(string name) =>
        Path.Combine(Path.GetDirectoryName(typeof(EmbeddedInfrastructure).Assembly.Location)!, "Infrastructure", name);

    private string AddCheck(IResourceWithConnectionString resource, Func<string, CancellationToken, Task> check)
    {
        var key = $"{resource.Name}_check";
        builder.Services.AddHealthChecks().AddAsyncCheck(key, async cancellationToken =>
        {
            try
            {
                await check((await resource.GetConnectionStringAsync(cancellationToken).ConfigureAwait(false))!, cancellationToken).ConfigureAwait(false);
                return HealthCheckResult.Healthy();
            }
            catch (Exception e) when (e is NpgsqlException or RedisException)
            {
                return HealthCheckResult.Unhealthy($"'{resource.Name}' does not answer: {e.Message}", e);
            }
        });
        return key;
    }

    /// <summary>Outside any pool: a connection that stayed open would hold up the server's shutdown.</summary>
    private static async Task CheckPostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task CheckRedisAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(connectionString).WaitAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.GetDatabase().PingAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
