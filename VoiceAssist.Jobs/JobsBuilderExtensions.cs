using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Control;
using VoiceAssist.Jobs.Following;
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
    /// Adds <see cref="JobSubmitter"/>, <see cref="Admission"/>, <see cref="JobStore"/>, <see cref="JobControl"/> and <see cref="JobFollower"/>.
    /// Without Redis the process stays ready: jobs are accepted all the same and wait in Postgres.
    /// </summary>
    /// <exception cref="InvalidOperationException">A connection string is missing.</exception>
    public static TBuilder AddJobSubmission<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddJobs(withoutRedis: HealthStatus.Degraded);
        var services = builder.Services;
        services.AddOptions<AdmissionOptions>().BindConfiguration(AdmissionOptions.Section);
        services.AddSingleton<Admission>();
        services.AddSingleton<JobIntake>();
        services.AddSingleton(provider => new JobSubmitter(
            provider.GetRequiredService<JobIntake>(), provider.GetRequiredService<JobStore>(), provider.GetRequiredService<JobQueue>(),
            provider.GetRequiredService<Admission>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<JobSubmitter>>()));
        services.AddSingleton(provider => new JobControl(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<JobStore>(), provider.GetRequiredService<JobQueue>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<JobControl>>()));
        services.AddSingleton<JobChanges>();
        services.AddSingleton(provider => new JobFollower(
            provider.GetRequiredService<JobStore>(), provider.GetRequiredService<JobChanges>(), provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    /// <summary>Adds the actors that run jobs. Handlers are added with <see cref="AddJobHandler"/>.</summary>
    /// <exception cref="InvalidOperationException">A connection string is missing.</exception>
    public static TBuilder AddJobProcessing<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddJobs(withoutRedis: HealthStatus.Unhealthy);
        var services = builder.Services;
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section);
        services.AddSingleton<JobClaims>();
        services.AddSingleton<JobClosings>();
        services.AddSingleton<ExpiredLeases>();
        services.AddSingleton<JobRetention>();
        services.AddSingleton<Restorer>();
        services.AddSingleton<IJobSource, RecordedJobs>();
        services.AddHostedService<QueueGauges>();
        services.AddHostedService<Recoverer>();
        services.AddHostedService<Forwarder>();
        services.AddHostedService<Sweeper>();
        services.AddHostedService<Janitor>();
        services.AddRunning();
        return builder;
    }

    /// <summary>Adds the handler of one kind of job.</summary>
    public static IServiceCollection AddJobHandler<THandler>(this IServiceCollection services)
        where THandler : class, IJobHandler =>
        services.AddSingleton<IJobHandler, THandler>();

    /// <summary>Services stop in the reverse order, so the heartbeat goes on until the last job is closed.</summary>
    internal static void AddRunning(this IServiceCollection services)
    {
        services.AddOptions<ProcessorOptions>().BindConfiguration(ProcessorOptions.Section);
        services.AddSingleton<WorkerIdentity>();
        services.AddSingleton<JobTelemetry>();
        services.AddSingleton<JobHandlers>();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<Closer>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<Processor>();
    }

    private static void AddJobs(this IHostApplicationBuilder builder, HealthStatus withoutRedis)
    {
        var name = builder.Environment.ApplicationName;
        var postgres = Required(builder.Configuration, ConnectionNames.Postgres, "Host=..;Port=..;Username=..;Password=..;Database=voiceassist");
        var redis = RequiredRedis(builder.Configuration);

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DatabaseConnection.Open(postgres, name, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<Schema>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Migrator>(provider, MigrationCatalog.All));
        services.AddHostedService<SchemaInitializer>();
        services.AddSingleton<JobStore>();
        services.AddSingleton(provider => new RedisConnection(redis, name, provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService(provider => provider.GetRequiredService<RedisConnection>());
        services.AddSingleton<JobQueue>();
        services.AddSingleton<QueueFigures>();
        services.AddSingleton<WaitingJobs>();
        services.AddHostedService<QueueMonitor>();
        services.AddHealthChecks()
            .AddCheck<PostgresHealthCheck>(ResourceNames.Postgres, HealthStatus.Unhealthy, [], CheckTimeLimit)
            .AddCheck<RedisHealthCheck>(ResourceNames.Redis, withoutRedis, [], CheckTimeLimit);
    }

    internal static string RequiredRedis(IConfiguration configuration) =>
        Required(configuration, ConnectionNames.Redis, "host:port,password=..");

    private static string Required(IConfiguration configuration, string name, string form) =>
        configuration.GetConnectionString(name) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"The connection string '{name}' is missing. Set ConnectionStrings__{name} in the form '{form}'; the app host does so by itself.");
}
