namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>Adds Postgres and Redis to the app model.</summary>
internal interface IInfrastructure
{
    /// <summary>The server <c>voiceassist-postgres</c> and its database.</summary>
    /// <returns>The database.</returns>
    IResourceBuilder<IResourceWithConnectionString> AddJobDatabase();

    /// <summary>The server <c>voiceassist-redis</c>.</summary>
    IResourceBuilder<IResourceWithConnectionString> AddJobQueue();
}
