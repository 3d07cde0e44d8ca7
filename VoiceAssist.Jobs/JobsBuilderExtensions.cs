using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Health;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.Jobs.Telemetry;

namespace VoiceAssist.Jobs;

/// <summary>What a workload needs to submit jobs, or to run them.</summary>
public static class JobsBuilderExtensions
{
    /// <summary>A dependency that has not answered by then counts as missing.</summary>
    private static readonly TimeSpan CheckTimeLimit = TimeSpan.FromMilliseconds(800);

    /// <summary>
    /// Adds <see cref="JobSubmitter"/> and <see cref="JobStore"/>. Without Redis the process stays ready:
    /// jobs are accepted all the same and wait in Postgres.
    /// </summary>
    /// <exception cref="InvalidOperationException">A connection string is missing.</exception>
    public static TBuilder AddJobSubmission<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddJobs(withoutRedis: HealthStatus.Degraded);
        builder.Services.AddSingleton<JobSubmitter>();
        return builder;
    }

    /// <summary>Adds the actors that run jobs. Handlers are added with <see cref="AddJobHandler"/>.</summary>
    /// <exception cref="InvalidOperationException">A connection string is missing.</exception>
    public static TBuilder AddJobProcessing<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddJobs(withoutRedis: HealthStatus.Unhealthy);
        builder.Services.AddOptions<ProcessorOptions>();
        builder.Services.AddSingleton<WorkerIdentity>();
        builder.Services.AddSingleton<JobHandlers>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddHostedService<Processor>();
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddHostedService<QueueMonitor>();
        return builder;
    }

    /// <summary>Adds the handler of one kind of job.</summary>
    public static IServiceCollection AddJobHandler<THandler>(this IServiceCollection services)
        where THandler : class, IJobHandler =>
        services.AddSingleton<IJobHandler, THandler>();

    private static void AddJobs(this IHostApplicationBuilder builder, HealthStatus withoutRedis)
    {
        var name = builder.Environment.ApplicationName;
        var postgres = Required(builder.Configuration, ConnectionNames.Postgres, "Host=..;Port=..;Username=..;Password=..;Database=voiceassist");
        var redis = Required(builder.Configuration, ConnectionNames.Redis, "host:port,password=..");

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<JobTelemetry>();
        services.AddSingleton(provider => DatabaseConnection.Open(postgres, name, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<Schema>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Migrator>(provider, MigrationCatalog.All));
        services.AddHostedService<SchemaInitializer>();
        services.AddSingleton<JobStore>();
        services.AddSingleton(provider => new RedisConnection(redis, name, provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService(provider => provider.GetRequiredService<RedisConnection>());
        services.AddSingleton<JobQueue>();
        services.AddHealthChecks()
            .AddCheck<PostgresHealthCheck>(ResourceNames.Postgres, HealthStatus.Unhealthy, [], CheckTimeLimit)
            .AddCheck<RedisHealthCheck>(ResourceNames.Redis, withoutRedis, [], CheckTimeLimit);
    }

    private static string Required(IConfiguration configuration, string name, string form) =>
        configuration.GetConnectionString(name) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"The connection string '{name}' is missing. Set ConnectionStrings__{name} in the form '{form}'; the app host does so by itself.");
}
