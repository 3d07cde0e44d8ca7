using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.AppHost.Policies;

/// <summary>How Redis runs in Kubernetes: one pod that may lose everything.</summary>
internal static class RedisPolicies
{
    /// <summary>The user of the image.</summary>
    private const long User = 999;

    public static IResourceBuilder<RedisResource> WithRedisPolicies(this IResourceBuilder<RedisResource> redis) => redis
        .AsWorkload(workload => workload
            .Container("redis")
            .PartAs("queue")
            .FixedReplicas(1, "A cache that the workers fill again from Postgres."))
        .WithResources(resources => resources
            .Cpu("250m", "1000m", "Redis runs commands on one core, so more than one is never used.")
            .Memory("256Mi", "1Gi", "maxmemory 768 MB, and room for connections."))
        .WithVerticalRecommendation(recommendation => recommendation.Cpu("100m", "2").Memory("128Mi", "2Gi"))
        .WithDisruptionBudget(budget => budget
            .MinAvailable(1)
            .EvictUnhealthy(UnhealthyPodEviction.AlwaysAllow)
            .BlocksDrain("Redis has one pod: whoever drains its node decides when it goes."))
        .WithProbes(probes => probes
            .Liveness(Ping(TimeSpan.FromSeconds(10), failures: 3))
            .Readiness(Ping(TimeSpan.FromSeconds(5), failures: 3)))
        .WithRollout(rollout => rollout.Recreate())
        .WithShutdown(shutdown => shutdown.Takes("exit", TimeSpan.FromSeconds(5), "Nothing is written to disk."))
        .WithSecurity(security => security
            .RunAs(User)
            .WritableAt("/data"));

    /// <summary>The password comes through the environment; without it Redis answers NOAUTH, with which redis-cli exits 0 unless told to fail (-e).</summary>
    private static ProbeRule Ping(TimeSpan every, int failures) =>
        ProbeRule.Exec(["sh", "-c", "REDISCLI_AUTH=\"$REDIS_PASSWORD\" redis-cli -e ping"], every, failures) with { Timeout = TimeSpan.FromSeconds(5) };
}
