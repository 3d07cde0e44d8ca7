using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.RedisOnly;

namespace VoiceAssist.QueueBench;

/// <summary>Hosts with one half of the queue each, in either mode.</summary>
internal static class BenchHost
{
    public const string Recorded = "recorded";
    public const string RedisOnly = "redis-only";

    public static IHost Submitting(string mode, string postgres, string redis) => Build(postgres, redis, builder =>
        _ = mode == RedisOnly ? builder.AddRedisOnlySubmission() : builder.AddJobSubmission());

    public static IHost Working(string mode, string postgres, string redis, int concurrency, IJobHandler handler, Action<IServiceCollection>? configure = null) =>
        Build(postgres, redis, builder =>
        {
            _ = mode == RedisOnly ? builder.AddRedisOnlyProcessing() : builder.AddJobProcessing();
            builder.Services.AddSingleton(handler);
            builder.Services.Configure<ProcessorOptions>(options => options.Concurrency = concurrency);
            configure?.Invoke(builder.Services);
        });

    private static IHost Build(string postgres, string redis, Action<HostApplicationBuilder> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "queue-bench" });
        builder.Configuration.AddInMemoryCollection(
        [
            new($"ConnectionStrings:{ConnectionNames.Postgres}", postgres),
            new($"ConnectionStrings:{ConnectionNames.Redis}", redis),
        ]);
        add(builder);
        return builder.Build();
    }
}
