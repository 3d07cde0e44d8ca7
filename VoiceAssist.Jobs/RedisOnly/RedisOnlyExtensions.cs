using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>What a workload needs to submit or run jobs that Redis alone holds.</summary>
public static class RedisOnlyExtensions
{
    /// <summary>Adds <see cref="RedisOnlySubmitter"/>.</summary>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static TBuilder AddRedisOnlySubmission<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddRedis();
        builder.Services.AddSingleton(provider => new RedisOnlySubmitter(
            provider.GetRequiredService<RedisConnection>(), provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    /// <summary>Adds the actors that run such jobs. Handlers are added with <see cref="JobsBuilderExtensions.AddJobHandler"/>.</summary>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static TBuilder AddRedisOnlyProcessing<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddRedis();
        var services = builder.Services;
        services.AddSingleton(_ =>
        {
            // There is no schema to wait for.
            var schema = new Schema();
            schema.MarkApplied();
            return schema;
        });
        services.AddSingleton<IJobSource, RedisOnlyJobs>();
        services.AddHostedService<RedisOnlyUpkeep>();
        services.AddRunning();
        return builder;
    }

    private static void AddRedis(this IHostApplicationBuilder builder)
    {
        var redis = JobsBuilderExtensions.RequiredRedis(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(provider =>
            new RedisConnection(redis, builder.Environment.ApplicationName, provider.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RedisConnection>());
    }
}
