using VoiceAssist.AppHost.Policies;
using VoiceAssist.Contracts;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Postgres and Redis in what is published: containers with fixed ports and one named volume.</summary>
internal class PublishedInfrastructure(IDistributedApplicationBuilder builder) : IInfrastructure
{
    public IResourceBuilder<IResourceWithConnectionString> AddJobDatabase()
    {
        var server = builder.AddPostgres(ResourceNames.Postgres)

            // AddDatabase creates the database only where an app host runs; in a cluster the image does, told so by this variable.
            .WithEnvironment("POSTGRES_DB", ResourceNames.Database)

            // Four connections for each pod that the quota of prod admits, those still ending included, are 156; 100 is what it admits by itself.
            .WithArgs("-c", "max_connections=200")
            .WithPostgresPolicies();
        AddDataVolume(server);
        return server.AddDatabase(ResourceNames.Database);
    }

    public IResourceBuilder<IResourceWithConnectionString> AddJobQueue() => builder.AddRedis(ResourceNames.Redis)
        .WithQueueSettings()
        .WithRedisPolicies();

    protected virtual void AddDataVolume(IResourceBuilder<PostgresServerResource> server) => server.WithDataVolume($"{ResourceNames.Postgres}-data");
}
